package io.windlass.kernel.partition;

import io.windlass.kernel.port.Consensus.Proposal;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The frames that have been decided and have not committed, with the answers that wait for them.
 */
final class InFlight {
    private final ArrayDeque<DecidedFrame> frames = new ArrayDeque<>();

    boolean isEmpty() {
        return frames.isEmpty();
    }

    int size() {
        return frames.size();
    }

    void add(DecidedFrame frame) {
        frames.add(frame);
    }

    /** True if these events are the ones that are expected to commit next. */
    boolean isNext(Proposal events) {
        return !frames.isEmpty() && frames.peek().events().equals(events);
    }

    /** The oldest frame, which has committed. */
    DecidedFrame remove() {
        return frames.remove();
    }

    /** Keeps promises that no frame of their own carries once everything decided has committed. */
    void promise(List<Promise> promises) {
        if (frames.isEmpty()) {
            promises.forEach(Promise::keep);
        } else {
            frames.getLast().promises().addAll(promises);
        }
    }

    /** Leaves the answers open that have waited since before a moment; their frames may commit. */
    void expire(long before) {
        for (DecidedFrame frame : frames) {
            if (frame.decidedAt() - before < 0) {
                frame.promises().forEach(Promise::leaveOpen);
                frame.promises().clear();
            }
        }
    }

    /** Forgets all frames and leaves their answers open. */
    void drop() {
        while (!frames.isEmpty()) {
            frames.remove().promises().forEach(Promise::leaveOpen);
        }
    }
}
