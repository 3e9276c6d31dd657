package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A table whose rows come once and never change: decided rows stand behind the committed ones in
 * the same place, and a frame commits by moving the line between them.
 *
 * <pre>
 *   row   0 ... committed ... sealed frames ... open frame ... count
 * </pre>
 *
 * <p>The index knows all of them. So a row costs one search when it is decided and none when it
 * commits.
 */
final class AppendedTable<R> implements Table<R> {
    private final RowType<R> type;
    private final Chunks chunks;
    private final HashedIndex index;
    private final RowDigest rowDigest;
    private final Wanted wanted = new Wanted();
    private final ArrayDeque<Sealed> sealed = new ArrayDeque<>();
    private final View decided = new View(true);
    private final View committed = new View(false);
    private long committedCount;
    private long digest;
    private long openDigest;

    /** The end of a frame's rows, and the sum of their hashes. */
    private record Sealed(long end, long digest) {}

    AppendedTable(RowType<R> type) {
        this.type = type;
        this.chunks = new Chunks(type.words());
        this.index = new HashedIndex(chunks, type.keyWords());
        this.rowDigest = new RowDigest(type);
    }

    @Override
    public RowType<R> type() {
        return type;
    }

    @Override
    public Rows<R> decided() {
        return decided;
    }

    @Override
    public Rows<R> committed() {
        return committed;
    }

    @Override
    public void seal() {
        sealed.add(new Sealed(chunks.count(), openDigest));
        openDigest = 0;
    }

    @Override
    public void commit() {
        Sealed oldest = sealed.remove();
        committedCount = oldest.end;
        digest += oldest.digest;
    }

    @Override
    public void drop() {
        for (long row = chunks.count() - 1; row >= committedCount; row--) {
            index.remove(Chunks.number(row));
        }
        chunks.truncate(committedCount);
        sealed.clear();
        openDigest = 0;
    }

    @Override
    public long digest() {
        return digest;
    }

    @Override
    public FrozenTable freeze() {
        return share(chunks.first());
    }

    /** The committed rows from one on. They do not change, so nothing is copied for them. */
    FrozenTable share(long from) {
        return chunks.share(type.name(), from, committedCount - from);
    }

    @Override
    public void reserve(int rows) {
        index.reserve(rows);
    }

    @Override
    public void load(LongBuffer saved) {
        chunks.load(saved);
        for (long at = committedCount; at < chunks.count(); at++) {
            int row = Chunks.number(at);
            digest += rowDigest.of(chunks.chunk(row), chunks.offset(row));
            index.add(row);
        }
        committedCount = chunks.count();
    }

    @Override
    public void clear() {
        begin(0, 0);
    }

    /** Begins anew behind so many rows that are not in memory, and make up this digest. */
    void begin(long rows, long digestOfThem) {
        chunks.clear(rows);
        index.clear();
        committedCount = rows;
        digest = digestOfThem;
    }

    /** How many rows have left memory. */
    long left() {
        return chunks.first();
    }

    /** Lets the oldest committed rows leave memory, so many of those that are there. */
    void leave(int rows) {
        chunks.leave(rows);
    }

    private long touchHash(int hash) {
        return wanted.add(hash) ? wanted.touch(index::near) : 0;
    }

    @Override
    public long memoryBytes() {
        return chunks.memoryBytes() + index.memoryBytes();
    }

    private long append(R row) {
        int number = chunks.append();
        long[] chunk = chunks.writable(number);
        int at = chunks.offset(number);
        type.write(row, chunk, at);
        int before =
                index.findOrAdd(
                        chunk[at], key(chunk, at, 1), key(chunk, at, 2), key(chunk, at, 3), number);
        Invariant.hold(before < 0, "a row came before that comes once");
        return rowDigest.of(chunk, at);
    }

    private long key(long[] row, int at, int word) {
        return Key.word(row, at, type.keyWords(), word);
    }

    /** All rows, or the committed ones only. */
    private final class View implements Rows<R> {
        private final boolean isDecided;

        View(boolean isDecided) {
            this.isDecided = isDecided;
        }

        @Override
        public Optional<R> find(Key key) {
            int row = rowOf(key);
            return row < 0
                    ? Optional.empty()
                    : Optional.of(type.read(chunks.chunk(row), chunks.offset(row)));
        }

        @Override
        public boolean contains(Key key) {
            return rowOf(key) >= 0;
        }

        @Override
        public long word(Key key, int index, long otherwise) {
            int row = rowOf(key);
            return row < 0 ? otherwise : chunks.chunk(row)[chunks.offset(row) + index];
        }

        @Override
        public void put(R row) {
            add(row);
        }

        @Override
        public void add(R row) {
            if (isDecided) {
                openDigest += append(row);
                return;
            }
            Invariant.hold(committedCount == chunks.count(), "a row commits below decided ones");
            digest += append(row);
            committedCount++;
        }

        @Override
        public long count() {
            return isDecided ? chunks.count() : committedCount;
        }

        @Override
        public void forEach(Consumer<R> reader) {
            for (long at = chunks.first(); at < committedCount; at++) {
                int row = Chunks.number(at);
                reader.accept(type.read(chunks.chunk(row), chunks.offset(row)));
            }
        }

        @Override
        public long touch(Key key) {
            return touchHash(key.hashCode());
        }

        @Override
        public long word(long key, int index) {
            throw unsupported();
        }

        @Override
        public boolean seek(long key, RowCursor cursor) {
            throw unsupported();
        }

        @Override
        public void change(long key, RowChange change) {
            throw unsupported();
        }

        private Invariant unsupported() {
            return new Invariant("rows that come once have wide keys and do not change");
        }

        private int rowOf(Key key) {
            int row = index.find(key.first(), key.second(), key.third(), key.fourth());
            return isDecided || row < 0 || chunks.isBefore(row, committedCount) ? row : -1;
        }
    }
}
