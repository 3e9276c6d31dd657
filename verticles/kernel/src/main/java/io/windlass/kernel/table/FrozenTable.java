package io.windlass.kernel.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.List;
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

    /** Adds the pieces this table is saved in. */
    void addTo(List<CutPart> parts) {
        int whole = CutPart.BYTES / (words * Long.BYTES) & ~Chunks.MASK;
        int rows = Math.max(Chunks.ROWS, whole);
        for (int from = 0; from < count; from += rows) {
            int first = from;
            int part = Math.min(rows, count - from);
            parts.add(new CutPart(name, words, part, () -> content(first, part)));
        }
    }

    private byte[] content(int from, int rows) {
        ByteBuffer content = ByteBuffer.allocate(rows * words * Long.BYTES);
        LongBuffer target = content.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        for (int row = from; row < from + rows; row += Chunks.ROWS) {
            int inChunk = Math.min(Chunks.ROWS, from + rows - row);
            target.put(chunks[row >>> Chunks.SHIFT], 0, inChunk * words);
        }
        return content.array();
    }
}
