package io.windlass.kernel.partition;

import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.port.Consensus;

/**
 * Applies the events of frames that somebody else decided, or an earlier run.
 *
 * <p>Nearly all of the time is waiting for memory, since each event changes rows anywhere in it;
 * therefore the rows of a group of events are touched before the first of them is applied.
 */
final class Replay {
    private static final int GROUP = 32;

    private final int partition;
    private final EventCodec codec;
    private long frames;

    /** Read by nobody: it is there so that the reads behind it are made. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    Replay(int partition, EventCodec codec) {
        this.partition = partition;
        this.codec = codec;
    }

    /** How many frames were replayed. */
    long frames() {
        return frames;
    }

    /** Applies a frame's events to the committed rows. */
    void frame(Consensus.Proposal events) {
        frames++;
        Source source = new Source(events.bytes());
        for (int from = 0; from < events.count(); from += GROUP) {
            int size = Math.min(GROUP, events.count() - from);
            int start = source.position();
            touched += codec.touch(source, size, false);
            source.position(start);
            touched += codec.touch(source, size, true);
            source.position(start);
            for (int i = 0; i < size; i++) {
                long sequence = events.firstSequence() + from + i;
                codec.replay(source, new Moment(partition, sequence, events.timeNanos()));
            }
        }
    }
}
