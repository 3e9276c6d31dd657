package io.windlass.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.MessageType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted and timed of one partition since the node's start. Used on its loop. */
final class PartitionMeters {
    private final Map<Integer, Counter> events = new HashMap<>();
    private final AtomicLong position = new AtomicLong();
    private final Timer commits;
    private final Timer syncs;
    private final Counter bytes;

    /** Meters that register themselves; {@code features} say which events there are. */
    PartitionMeters(MeterRegistry registry, int partition, List<Feature<?>> features) {
        String number = Integer.toString(partition);
        for (Feature<?> feature : features) {
            for (MessageType<?> type : feature.events()) {
                Counter counter =
                        Counter.builder("windlass_events")
                                .description("Events committed")
                                .tag("partition", number)
                                .tag("type", type.name())
                                .register(registry);
                events.put(type.number(), counter);
            }
        }
        Gauge.builder("windlass_position", position, AtomicLong::get)
                .description("Sequence of the newest committed event")
                .tag("partition", number)
                .register(registry);
        this.commits =
                Timer.builder("windlass_frame_commit")
                        .description("From the decision of a frame to its commit")
                        .tag("partition", number)
                        .register(registry);
        this.syncs =
                Timer.builder("windlass_log_sync")
                        .description("Writing and syncing what the log had gathered")
                        .tag("partition", number)
                        .register(registry);
        this.bytes =
                Counter.builder("windlass_log_bytes")
                        .description("Bytes of frames made durable")
                        .tag("partition", number)
                        .register(registry);
    }

    /** So many events are there from before, in a snapshot or replayed. */
    void recovered(long count) {
        position.addAndGet(count);
    }

    /** So many events of a type have committed. */
    void counted(int type, int count) {
        events.get(type).increment(count);
    }

    /** A frame has committed. */
    void committed(int count, long nanos) {
        position.addAndGet(count);
        commits.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** So much has become durable with one sync. */
    void synced(long written, long nanos) {
        bytes.increment((double) written);
        syncs.record(nanos, TimeUnit.NANOSECONDS);
    }
}
