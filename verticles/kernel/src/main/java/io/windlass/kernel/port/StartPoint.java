package io.windlass.kernel.port;

import java.util.List;

/**
 * What a partition knows already when it starts: everything up to one frame of its log.
 *
 * @param index the frame's index in the log, 0 if nothing is known
 * @param sequence the sequence of the frame's last event
 * @param place where the frame stands
 * @param segments the segments that hold what is known, which have to exist
 */
public record StartPoint(long index, long sequence, Place place, List<Long> segments) {
    /** Nothing is known: the whole log is read. */
    public static final StartPoint BEGINNING = new StartPoint(0, 0, new Place(1, 0), List.of());
}
