package io.windlass.kernel.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Rows of one table as they were at a cut, in the chunks that they stood in.
 *
 * <p>The first of them need not be the first of its chunk.
 */
final class FrozenTable {
    private final String name;
    private final int words;
    private final int skipped;
    private final int count;
    private final long[][] chunks;
    private final FrozenUse use = new FrozenUse();

    FrozenTable(String name, int words, int skipped, int count, long[][] chunks) {
        this.name = name;
        this.words = words;
        this.skipped = skipped;
        this.count = count;
        this.chunks = chunks;
    }

    /** Says that nobody reads it any more. On the loop of its table. */
    void release() {
        use.end();
    }

    /** Whether it is still read; does not keep the table itself in memory. */
    FrozenUse use() {
        return use;
    }

    /** The chunk of a row, from 0. */
    long[] chunk(int row) {
        return chunks[(skipped + row) >>> Chunks.SHIFT];
    }

    /** Where in its chunk a row begins. */
    int offset(int row) {
        return ((skipped + row) & Chunks.MASK) * words;
    }

    <R> void forEach(RowType<R> type, Consumer<R> reader) {
        for (int row = 0; row < count; row++) {
            reader.accept(type.read(chunk(row), offset(row)));
        }
    }

    /** Adds the parts this table is saved in. */
    void addTo(List<CutPart> parts) {
        int whole = CutPart.PIECE_BYTES / (words * Long.BYTES) & ~Chunks.MASK;
        int piece = Math.max(Chunks.ROWS, whole);
        for (int from = 0; from < count; from += piece * CutPart.PIECES) {
            int rows = Math.min(piece * CutPart.PIECES, count - from);
            parts.add(new CutPart(name, words, rows, pieces(from, rows, piece)));
        }
    }

    private List<Supplier<byte[]>> pieces(int from, int rows, int piece) {
        List<Supplier<byte[]>> pieces = new ArrayList<>();
        for (int at = 0; at < rows; at += piece) {
            int first = from + at;
            int some = Math.min(piece, rows - at);
            pieces.add(() -> content(first, some));
        }
        return pieces;
    }

    private byte[] content(int from, int rows) {
        ByteBuffer content = ByteBuffer.allocate(rows * words * Long.BYTES);
        LongBuffer target = content.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        int row = from;
        while (target.hasRemaining()) {
            int inChunk = Chunks.ROWS - ((skipped + row) & Chunks.MASK);
            int part = Math.min(inChunk * words, target.remaining());
            target.put(chunk(row), offset(row), part);
            row += inChunk;
        }
        return content.array();
    }
}
