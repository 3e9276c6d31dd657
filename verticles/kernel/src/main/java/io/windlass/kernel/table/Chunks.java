package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Rows of equal width in chunks that are copied before they are changed when a cut still shares
 * them.
 */
final class Chunks {
    static final int SHIFT = 10;
    static final int ROWS = 1 << SHIFT;
    static final int MASK = ROWS - 1;

    private final int words;
    private long[][] chunks = new long[4][];
    private int[] ownedSince = new int[4];
    private int cuts;
    private int count;

    Chunks(int words) {
        this.words = words;
    }

    int count() {
        return count;
    }

    long[] chunk(int row) {
        return chunks[row >>> SHIFT];
    }

    int offset(int row) {
        return (row & MASK) * words;
    }

    /** Makes room for one more row and returns its number. */
    int append() {
        int chunk = count >>> SHIFT;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
            ownedSince = Arrays.copyOf(ownedSince, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[ROWS * words];
            ownedSince[chunk] = cuts;
        }
        return count++;
    }

    /** The chunk of a row, free to be written: no cut sees the change. */
    long[] writable(int row) {
        int chunk = row >>> SHIFT;
        if (ownedSince[chunk] < cuts) {
            chunks[chunk] = chunks[chunk].clone();
            ownedSince[chunk] = cuts;
        }
        return chunks[chunk];
    }

    /** Adds rows that were saved, in whole chunks but for the last ones of the table. */
    void load(LongBuffer rows) {
        Invariant.hold((count & MASK) == 0, "rows were loaded behind a chunk that is not full");
        while (rows.hasRemaining()) {
            int part = Math.min(ROWS * words, rows.remaining());
            rows.get(chunk(append()), 0, part);
            count += part / words - 1;
        }
    }

    /** Forgets all rows. */
    void clear() {
        Arrays.fill(chunks, null);
        count = 0;
    }

    /** The memory held, in bytes; copies that only a cut holds are not counted. */
    long memoryBytes() {
        return (long) ((count + MASK) >>> SHIFT) * ROWS * words * Long.BYTES;
    }

    /** Forgets the rows from a number on. */
    void truncate(int rows) {
        count = rows;
    }

    /** The first so many rows as they are now. */
    FrozenTable freeze(String name, int rows) {
        cuts++;
        return new FrozenTable(
                name, words, rows, Arrays.copyOf(chunks, (rows + ROWS - 1) >>> SHIFT));
    }
}
