package io.windlass.kernel.table;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows that one frame put into one table, as words, in the order in which their keys came.
 *
 * <p>Words, not objects: thousands of them wait for their commit, and each is found again by every
 * decision on its key. Kept by its owner for a later frame, because a large array costs more to
 * make than to use.
 */
final class PendingFrame {
    private static final int ROWS_MIN = 64;

    private final int width;
    private final BitSet isNew = new BitSet();
    private long[] words;
    private long[] sumsBefore = new long[ROWS_MIN];
    private int count;

    /** No rows yet. */
    PendingFrame(int width) {
        this.width = width;
        this.words = new long[ROWS_MIN * width];
    }

    int count() {
        return count;
    }

    /** The words of all rows; valid until the next {@link #next}. */
    long[] words() {
        return words;
    }

    int offset(int row) {
        return row * width;
    }

    /** Whether there was no row with its key before, committed or decided. */
    boolean isNew(int row) {
        return isNew.get(row);
    }

    /** Room for the words of a row that is not there before {@link #keep}; returns its number. */
    int next() {
        if ((count + 1) * width > words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        return count;
    }

    /** What the frame found in the place of a row, see {@link RowDigest#sum}; 0 if nothing. */
    long sumBefore(int row) {
        return sumsBefore[row];
    }

    /** Keeps the row that was written into the room of {@link #next}, which has none before it. */
    void keepNew() {
        isNew.set(count);
        keep(0);
    }

    /** The same for a row that changes one with such a sum. */
    void keepChanged(long sumBefore) {
        isNew.clear(count);
        keep(sumBefore);
    }

    private void keep(long sumBefore) {
        if (count == sumsBefore.length) {
            sumsBefore = Arrays.copyOf(sumsBefore, sumsBefore.length * 2);
        }
        sumsBefore[count++] = sumBefore;
    }

    /** Puts the row that was written into the room of {@link #next} in the place of another. */
    void replace(int row) {
        System.arraycopy(words, offset(count), words, offset(row), width);
    }

    void clear() {
        count = 0;
    }
}
