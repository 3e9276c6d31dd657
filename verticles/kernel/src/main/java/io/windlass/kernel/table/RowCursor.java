package io.windlass.kernel.table;

/**
 * The words of one row, copied from where they lie: for what reads rows so often that making
 * objects of them costs too much. Used again for other rows by its owner.
 */
public final class RowCursor {
    private final long[] words;

    /** For rows of a type; all words are 0 at first. */
    public RowCursor(RowType<?> type) {
        this.words = new long[type.words()];
    }

    /** A word of the row, from 0. */
    public long word(int index) {
        return words[index];
    }

    // A copy, since the collector would have to be told of every reference to a chunk.
    void take(long[] chunk, int at) {
        System.arraycopy(chunk, at, words, 0, words.length);
    }
}
