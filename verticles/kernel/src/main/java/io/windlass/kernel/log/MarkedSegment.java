package io.windlass.kernel.log;

import io.windlass.kernel.port.Place;
import java.util.Arrays;

/** The sparse index of one segment: a mark for every 64 KiB. */
final class MarkedSegment {
    private static final long SPACING = 1 << 16;

    private final long segment;
    private long[] sequences = new long[8];
    private long[] offsets = new long[8];
    private int count;

    MarkedSegment(long segment) {
        this.segment = segment;
    }

    long segment() {
        return segment;
    }

    /** The first sequence known; there is one. */
    long firstSequence() {
        return sequences[0];
    }

    /** Takes note of a valid frame; in log order. */
    void add(long firstSequence, long offset) {
        if (count > 0 && offset - offsets[count - 1] < SPACING) {
            return;
        }
        if (count == sequences.length) {
            sequences = Arrays.copyOf(sequences, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        sequences[count] = firstSequence;
        offsets[count] = offset;
        count++;
    }

    /** The last mark at or before a sequence, which is not before the first one. */
    History.Mark before(long sequence) {
        int found = Arrays.binarySearch(sequences, 0, count, sequence);
        int at = found >= 0 ? found : -found - 2;
        return new History.Mark(sequences[at], new Place(segment, offsets[at]), false);
    }
}
