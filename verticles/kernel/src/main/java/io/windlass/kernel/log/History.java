package io.windlass.kernel.log;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the log a sequence is to be looked for: the first sequence of each segment, and a sparse
 * index of those that were read or written since the start.
 *
 * <p>Used on the partition's loop. A segment read since the start costs about half a megabyte for a
 * gigabyte, one that a snapshot stands for nothing until somebody asks for it.
 */
public final class History {
    private final List<Begin> begins = new ArrayList<>();
    private final List<MarkedSegment> marked = new ArrayList<>();

    /**
     * The beginning of a segment.
     *
     * @param segment the index of its first frame, which names it
     * @param firstSequence the sequence of its first valid frame's first event
     */
    public record Begin(long segment, long firstSequence) {}

    /**
     * A frame to begin reading at.
     *
     * @param firstSequence the sequence of the first valid frame from there on
     * @param place where to begin
     * @param sparse true if the sequence may be anywhere in the rest of the segment
     */
    public record Mark(long firstSequence, Place place, boolean sparse) {}

    /** Takes note of the segments that a snapshot stands for, before anything else. */
    public void restore(List<Begin> segments) {
        begins.addAll(segments);
    }

    /** Takes note of a committed, valid frame; in log order. */
    public void add(long firstSequence, Place place) {
        if (begins.isEmpty() || begins.get(begins.size() - 1).segment() != place.segment()) {
            begins.add(new Begin(place.segment(), firstSequence));
        }
        if (marked.isEmpty() || newest().segment() != place.segment()) {
            marked.add(new MarkedSegment(place.segment()));
        }
        newest().add(firstSequence, place.offset());
    }

    /** The segments so far, in order. */
    public List<Begin> begins() {
        return List.copyOf(begins);
    }

    /** The last mark at or before a sequence, which has been committed. */
    public Mark before(long sequence) {
        int low = 0;
        int high = begins.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (begins.get(middle).firstSequence() <= sequence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Invariant.hold(
                high >= 0 && begins.get(low).firstSequence() <= sequence,
                "an event is looked for before the first one");
        return markIn(begins.get(low), low - (begins.size() - marked.size()), sequence);
    }

    /** True if a place lies in the newest segment, whose pages are in memory. */
    public boolean isTail(Place place) {
        return place.segment() == begins.get(begins.size() - 1).segment();
    }

    /** The segment of the newest snapshot is marked in its second half only. */
    private Mark markIn(Begin begin, int position, long sequence) {
        if (position >= 0 && marked.get(position).firstSequence() <= sequence) {
            return marked.get(position).before(sequence);
        }
        Place start = new Place(begin.segment(), SegmentHeader.BYTES);
        return new Mark(begin.firstSequence(), start, true);
    }

    private MarkedSegment newest() {
        return marked.get(marked.size() - 1);
    }
}
