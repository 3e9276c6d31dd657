package io.windlass.kernel.partition;

import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.port.Consensus;

/** Applies the events of frames that somebody else decided, or an earlier run. */
final class Replay {
    private final int partition;
    private final EventCodec codec;
    private long frames;

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
        for (int i = 0; i < events.count(); i++) {
            Moment moment = new Moment(partition, events.firstSequence() + i, events.timeNanos());
            evolve(codec.read(source), moment);
        }
    }

    private static <S> void evolve(EventCodec.Found<S> found, Moment moment) {
        Event<S> event = found.event();
        event.evolve(found.hosted().committed(), moment);
    }
}
