package io.windlass.kernel.table;

import io.windlass.base.wire.Sink;
import java.util.function.Consumer;

/** The chunks of one table as they were at a cut. */
final class FrozenTable {
    private final String name;
    private final int words;
    private final int count;
    private final long[][] chunks;

    FrozenTable(String name, int words, int count, long[][] chunks) {
        this.name = name;
        this.words = words;
        this.count = count;
        this.chunks = chunks;
    }

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
