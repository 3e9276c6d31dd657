package io.windlass.kernel.table;

/**
 * Stands on a row and reads its words where they lie: for what reads rows so often that making
 * objects of them costs too much. Moved by its owner; what it stands on holds until the next change
 * of a row of its table.
 */
public final class RowCursor {
    private long[] words = new long[0];
    private int start;

    /** A word of the row, from 0. */
    public long word(int index) {
        return words[start + index];
    }

    void stand(long[] chunk, int at) {
        words = chunk;
        start = at;
    }
}
