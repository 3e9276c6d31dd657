package io.windlass.kernel.feature.contract;

import io.windlass.kernel.table.ByteStore;
import io.windlass.kernel.table.Key;
import io.windlass.kernel.table.RowChange;
import io.windlass.kernel.table.RowCursor;
import io.windlass.kernel.table.RowType;
import io.windlass.kernel.table.Rows;
import io.windlass.kernel.table.TableSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Tables that fail the test when something that only reads writes. */
record ReadOnly(TableSource source) implements TableSource {
    @Override
    public <R> Rows<R> rows(RowType<R> type) {
        return new ReadOnlyRows<>(source.rows(type));
    }

    @Override
    public ByteStore bytes() {
        ByteStore store = source.bytes();
        return new ByteStore() {
            @Override
            public long add(byte[] value) {
                throw new AssertionError("a reader adds bytes");
            }

            @Override
            public byte[] get(long reference) {
                return store.get(reference);
            }
        };
    }

    private record ReadOnlyRows<R>(Rows<R> rows) implements Rows<R> {
        @Override
        public Optional<R> find(Key key) {
            return rows.find(key);
        }

        @Override
        public void put(R row) {
            throw new AssertionError("a reader puts a row");
        }

        @Override
        public long word(long key, int index) {
            return rows.word(key, index);
        }

        @Override
        public long word(Key key, int index, long otherwise) {
            return rows.word(key, index, otherwise);
        }

        @Override
        public boolean seek(long key, RowCursor cursor) {
            return rows.seek(key, cursor);
        }

        @Override
        public void change(long key, RowChange change) {
            throw new AssertionError("a reader changes a row");
        }

        @Override
        public long need(Key key) {
            return rows.need(key);
        }

        @Override
        public long count() {
            return rows.count();
        }

        @Override
        public void forEach(Consumer<R> reader) {
            throw new AssertionError("a rule or question reads rows by key only");
        }
    }
}
