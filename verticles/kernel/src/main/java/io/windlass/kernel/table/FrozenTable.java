package io.windlass.kernel.table;

import io.windlass.base.wire.Sink;
import java.util.function.Consumer;

/** The chunks of one table as they were at a cut. */
record FrozenTable(String name, int words, int count, long[][] chunks) {
    <R> void forEach(RowType<R> type, Consumer<R> reader) {
        for (int row = 0; row < count; row++) {
            reader.accept(type.read(chunks[row >>> Chunks.SHIFT], (row & Chunks.MASK) * words));
        }
    }

    void save(Sink sink) {
        sink.text(name).u32(words).u32(count);
        for (int row = 0; row < count; row++) {
            long[] chunk = chunks[row >>> Chunks.SHIFT];
            int at = (row & Chunks.MASK) * words;
            for (int word = 0; word < words; word++) {
                sink.u64(chunk[at + word]);
            }
        }
    }
}
