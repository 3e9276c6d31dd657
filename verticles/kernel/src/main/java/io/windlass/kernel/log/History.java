package io.windlass.kernel.log;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the log a sequence is to be looked for: a sparse index, one mark for every 64 KiB.
 *
 * <p>Used on the partition's loop. A gigabyte of log costs about half a megabyte.
 */
public final class History {
    private static final long SPACING = 1 << 16;

    private final List<Mark> marks = new ArrayList<>();

    /**
     * A valid frame to begin reading at.
     *
     * @param firstSequence the sequence of the frame's first event
     * @param place where the frame stands
     */
    public record Mark(long firstSequence, Place place) {}

    /** Takes note of a committed, valid frame; in log order. */
    public void add(long firstSequence, Place place) {
        if (marks.isEmpty() || isFar(marks.get(marks.size() - 1).place(), place)) {
            marks.add(new Mark(firstSequence, place));
        }
    }

    /** The last mark at or before a sequence, which has been committed. */
    public Mark before(long sequence) {
        Invariant.hold(
                !marks.isEmpty() && marks.get(0).firstSequence() <= sequence,
                "an event is looked for before the first one");
        int low = 0;
        int high = marks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (marks.get(middle).firstSequence() <= sequence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return marks.get(low);
    }

    /** True if a place lies in the newest segment, whose pages are in memory. */
    public boolean isTail(Place place) {
        return place.segment() == marks.get(marks.size() - 1).place().segment();
    }

    private static boolean isFar(Place before, Place place) {
        return before.segment() != place.segment() || place.offset() - before.offset() >= SPACING;
    }
}
