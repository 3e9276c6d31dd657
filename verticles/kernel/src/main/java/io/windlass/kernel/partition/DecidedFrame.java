package io.windlass.kernel.partition;

import io.windlass.kernel.port.Consensus.Proposal;
import java.util.List;

/**
 * A frame that has been proposed and has not committed yet.
 *
 * @param events what was proposed
 * @param types how many there are of each type
 * @param promises the answers that wait for it
 * @param decidedAt when it was proposed, monotonic nanoseconds
 */
record DecidedFrame(Proposal events, EventCounts types, List<Promise> promises, long decidedAt) {

    /** Tells an observer that it has committed; {@code now} in monotonic nanoseconds. */
    void tell(PartitionObserver observer, long now) {
        types.tell(observer);
        observer.committed(events.count(), now - decidedAt);
    }
}
