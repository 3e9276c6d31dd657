package io.windlass.kernel.log;

import java.util.List;

/**
 * Where recovery begins to read.
 *
 * @param segment the segment
 * @param offset the first frame's offset in it, 0 for the segment's beginning
 * @param index the first frame's index
 * @param before the segments up to there, which have to exist and are not read
 */
public record LogStart(long segment, long offset, long index, List<Long> before) {
    /** The first frame of all. */
    public static final LogStart BEGINNING = new LogStart(1, 0, 1, List.of());
}
