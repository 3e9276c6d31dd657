package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import java.util.function.ObjIntConsumer;

/**
 * The uncommitted rows of one table by frame, oldest first, and by key.
 *
 * <pre>
 *   place (32 bits): 0 | frame modulo 2^11 | row in the frame + 1, 20 bits; never negative
 * </pre>
 */
final class PendingRows {
    private static final int ROW_BITS = 20;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;
    private static final int FRAMES = 1 << 11;
    private static final int GROUP = 32;

    private final int width;
    private final int keyWords;
    private final PendingFrame[] frames = new PendingFrame[FRAMES];
    private final PendingPlaces index;
    private int oldest;
    private int open;

    PendingRows(RowType<?> type) {
        this.width = type.words();
        this.index = PendingPlaces.of(type, this);
        this.keyWords = type.keyWords();
        frames[0] = new PendingFrame(width);
    }

    /** The frame that rows are put into. */
    PendingFrame open() {
        return frames[open];
    }

    /** The place of a key's newest row, or 0. */
    int find(Key key) {
        return index.find(key.first(), key.second(), key.third(), key.fourth());
    }

    /** The place of the newest row with a key of one word, or 0. */
    int find(long key) {
        return index.find(key, 0, 0, 0);
    }

    /** See {@link PendingPlaces#near}. */
    long near(long hash) {
        return index.near(hash);
    }

    /** See {@link PendingPlaces#nearNumber}. */
    long nearNumber(long key) {
        return index.nearNumber(key);
    }

    /** The place of the newest row with the key of the row in the open frame's room, or 0. */
    int findNext() {
        PendingFrame frame = open();
        return index.find(frame.words(), frame.offset(frame.count()));
    }

    /** Whether a place is in the open frame. */
    boolean isOpen(int place) {
        return place >>> ROW_BITS == open;
    }

    /** The array that holds the words of a place. */
    long[] words(int place) {
        return frames[place >>> ROW_BITS].words();
    }

    /** Where in it they begin. */
    int offset(int place) {
        return row(place) * width;
    }

    /** Keeps the row that was written into the open frame's room: it is the first of its key. */
    void keepNew() {
        enter();
        open().keepNew();
    }

    /** The same for a row that is its key's newest; see {@link PendingFrame#keepChanged}. */
    void keepChanged(long sumBefore) {
        enter();
        open().keepChanged(sumBefore);
    }

    private void enter() {
        PendingFrame frame = open();
        Invariant.hold(frame.count() < ROW_MASK, "a frame puts too many rows");
        index.put(frame.words(), frame.offset(frame.count()), open << ROW_BITS | frame.count() + 1);
    }

    /** Puts the row that was written into the open frame's room in the place of an earlier one. */
    void replace(int place) {
        open().replace(row(place));
    }

    /** Ends the open frame and begins the next one. */
    void seal() {
        open = after(open);
        Invariant.hold(open != oldest, "too many frames are in flight");
        if (frames[open] == null) {
            frames[open] = new PendingFrame(width);
        }
    }

    /**
     * Hands the rows of the oldest frame over, which was sealed, and forgets them.
     *
     * @param soon told of some rows that are the next to be handed over
     */
    void release(ObjIntConsumer<PendingFrame> soon, ObjIntConsumer<PendingFrame> committed) {
        Invariant.hold(oldest != open, "a frame commits that was not sealed");
        PendingFrame frame = frames[oldest];
        for (int from = 0; from < frame.count(); from += GROUP) {
            int to = Math.min(from + GROUP, frame.count());
            for (int row = from; row < to; row++) {
                soon.accept(frame, row);
            }
            for (int row = from; row < to; row++) {
                committed.accept(frame, row);
                index.remove(frame.words(), frame.offset(row), oldest << ROW_BITS | row + 1);
            }
        }
        // The next frame that has none takes it over.
        frame.clear();
        frames[oldest] = null;
        oldest = after(oldest);
        int next = after(open);
        if (frames[next] == null) {
            frames[next] = frame;
        }
    }

    /** Forgets all rows. */
    void clear() {
        index.clear();
        for (int frame = oldest; frame != open; frame = after(frame)) {
            frames[frame] = null;
        }
        oldest = open;
        open().clear();
    }

    /** Whether a row with this key is at a place, at which there may be none any more. */
    boolean matches(int place, long first, long second, long third, long fourth) {
        PendingFrame frame = frames[place >>> ROW_BITS];
        return frame != null
                && row(place) < frame.count()
                && Key.isAt(first, second, third, fourth, frame.words(), offset(place), keyWords);
    }

    private static int row(int place) {
        return (place & ROW_MASK) - 1;
    }

    private static int after(int frame) {
        return (frame + 1) & (FRAMES - 1);
    }
}
