package io.windlass.edge.binary;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.windlass.edge.net.AnswerTimes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts and times what the binary port of a node does, by type of frame. Any thread. */
public final class BinaryMeters {
    private static final List<FrameType> REQUESTS =
            List.of(FrameType.HELLO, FrameType.CALL, FrameType.TRANSFERS, FrameType.RESOLVE);

    private final Map<FrameType, LongAdder> frames = new EnumMap<>(FrameType.class);
    private final Map<FrameType, Timer> times = new EnumMap<>(FrameType.class);
    private final Map<ProtocolError, LongAdder> errors = new EnumMap<>(ProtocolError.class);
    private final LongAdder items = new LongAdder();

    /** Meters that register themselves in {@code registry}. */
    public BinaryMeters(MeterRegistry registry) {
        for (FrameType type : REQUESTS) {
            LongAdder count = new LongAdder();
            frames.put(type, count);
            FunctionCounter.builder("windlass.binary.frames", count, LongAdder::sum)
                    .description("Frames that clients have sent")
                    .tag("type", type.name())
                    .register(registry);
            times.put(
                    type,
                    AnswerTimes.timer("windlass.binary.latency")
                            .description("From the last byte of a frame to its answer's writing")
                            .tag("type", type.name())
                            .register(registry));
        }
        for (ProtocolError error : ProtocolError.values()) {
            LongAdder count = new LongAdder();
            errors.put(error, count);
            FunctionCounter.builder("windlass.binary.errors", count, LongAdder::sum)
                    .description("Connections that ended with an error")
                    .tag("error", error.name())
                    .register(registry);
        }
        FunctionCounter.builder("windlass.binary.items", items, LongAdder::sum)
                .description("Items of frames that clients have sent")
                .register(registry);
    }

    /** A request has come. */
    void came(FrameType type, int count) {
        frames.get(type).increment();
        items.add(count);
    }

    /** A request has been answered; {@code startNanos} is {@code nanoTime}. */
    void answered(FrameType type, long startNanos) {
        times.get(type).record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }

    /** A connection ends over an error. */
    void ended(ProtocolError error) {
        errors.get(error).increment();
    }
}
