package io.windlass.kernel.feature;

import io.windlass.kernel.table.Cut;
import java.util.List;

/**
 * A read of all rows of all partitions of a group, each frozen at one sequence; runs on a worker.
 *
 * @param <P> what one partition contributes
 */
public interface Survey<P> {
    /** One partition's part; {@code moment} is the newest event in the cut. */
    P part(Cut cut, Moment moment);

    /** All parts, in order of partition number, made one answer. */
    Answer join(List<P> parts);
}
