package io.windlass.kernel.partition;

import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.port.Consensus;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies the events of frames that somebody else decided, or an earlier run.
 *
 * <p>Nearly all of the time is waiting for memory, since each event changes rows anywhere in it;
 * therefore events are read in groups whose rows are touched before the first of them is applied.
 */
final class Replay {
    private static final int GROUP = 32;

    private final int partition;
    private final EventCodec codec;
    private final List<EventCodec.Found<?>> group = new ArrayList<>(GROUP);
    private long frames;
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
            int until = Math.min(from + GROUP, events.count());
            group.clear();
            for (int i = from; i < until; i++) {
                group.add(codec.read(source));
            }
            group.forEach(found -> touched += touch(found));
            group.forEach(found -> touched += touchBehind(found));
            for (int i = from; i < until; i++) {
                long sequence = events.firstSequence() + i;
                evolve(group.get(i - from), new Moment(partition, sequence, events.timeNanos()));
            }
        }
    }

    private static <S> long touch(EventCodec.Found<S> found) {
        return found.event().touch(found.hosted().committed());
    }

    private static <S> long touchBehind(EventCodec.Found<S> found) {
        return found.event().touchBehind(found.hosted().committed());
    }

    private static <S> void evolve(EventCodec.Found<S> found, Moment moment) {
        Event<S> event = found.event();
        event.evolve(found.hosted().committed(), moment);
    }
}
