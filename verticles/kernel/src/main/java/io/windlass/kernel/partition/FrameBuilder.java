package io.windlass.kernel.partition;

import io.windlass.base.wire.Sink;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.port.Consensus.Proposal;
import java.util.ArrayList;
import java.util.List;

/** The frame that the leader is deciding: events encoded as they are decided, answers promised. */
final class FrameBuilder {
    private static final int CAPACITY = 1 << 16;

    private final EventCodec codec;
    private final Limits limits;
    private final Sink sink = new Sink(CAPACITY);
    private int partition;
    private long firstSequence;
    private long timeNanos;
    private int count;
    private EventCounts types = new EventCounts();
    private List<Promise> promises = new ArrayList<>();

    FrameBuilder(EventCodec codec, Limits limits) {
        this.codec = codec;
        this.limits = limits;
    }

    void begin(int inPartition, long sequence, long time) {
        partition = inPartition;
        firstSequence = sequence;
        timeNanos = time;
        count = 0;
        types = new EventCounts();
        sink.clear();
        promises = new ArrayList<>();
    }

    /** Where and when the next event will stand. */
    Moment next() {
        return new Moment(partition, firstSequence + count, timeNanos);
    }

    void add(Event<?> event) {
        codec.write(event, sink);
        types.add(event.type());
        count++;
    }

    void promise(Promise promise) {
        promises.add(promise);
    }

    int count() {
        return count;
    }

    /** How many events of each type. */
    EventCounts types() {
        return types;
    }

    /** How many events it still takes; one that is there has no further command join it. */
    int room() {
        return sink.length() < limits.frameBytes() ? limits.frameEvents() - count : 0;
    }

    List<Promise> promises() {
        return promises;
    }

    Proposal proposal() {
        return new Proposal(firstSequence, timeNanos, count, sink.toBytes());
    }
}
