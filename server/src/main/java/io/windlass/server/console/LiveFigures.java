package io.windlass.server.console;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What a node has counted since its start: sums only, so that every reader makes its own rates of
 * two of them and none of them is kept for anybody. Any thread.
 */
public final class LiveFigures implements Document {
    private final MeterRegistry registry;
    private final int partitions;

    /** The figures of partitions 1 to {@code partitions}, found in a registry. */
    public LiveFigures(MeterRegistry registry, int partitions) {
        this.registry = registry;
        this.partitions = partitions;
    }

    @Override
    public void write(DocumentWriter out) {
        out.number("nanos", System.nanoTime());
        List<Document> all =
                IntStream.rangeClosed(1, partitions).mapToObj(this::partition).toList();
        out.list("partitions", all);
        out.list("latencies", latencies());
    }

    private Document partition(int number) {
        return out -> {
            String tag = Integer.toString(number);
            Gauge position = registry.find("windlass_position").tag("partition", tag).gauge();
            Counter events = registry.find("windlass_events").tag("partition", tag).counter();
            Counter bytes = registry.find("windlass_log_bytes").tag("partition", tag).counter();
            out.number("partition", number);
            out.number("position", position == null ? 0 : (long) position.value());
            out.number("events", events == null ? 0 : (long) events.count());
            out.number("bytes", bytes == null ? 0 : (long) bytes.count());
            timer(out, "frames", "frame_nanos", "windlass_frame_commit", tag);
            timer(out, "syncs", "sync_nanos", "windlass_log_sync", tag);
        };
    }

    private void timer(
            DocumentWriter out, String count, String nanos, String name, String partition) {
        Timer timer = registry.find(name).tag("partition", partition).timer();
        out.number(count, timer == null ? 0 : timer.count());
        out.number(nanos, timer == null ? 0 : (long) timer.totalTime(TimeUnit.NANOSECONDS));
    }

    /** How many requests were answered within each bound, over all endpoints; cumulative. */
    private List<Document> latencies() {
        Map<Double, Double> counts = new TreeMap<>();
        for (Timer timer : registry.find("windlass.http.latency").timers()) {
            for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
                double micros = bucket.bucket(TimeUnit.MICROSECONDS);
                counts.merge(micros, bucket.count(), Double::sum);
            }
        }
        List<Document> buckets = new ArrayList<>();
        counts.forEach(
                (micros, count) ->
                        buckets.add(
                                out -> {
                                    out.number("micros", micros.longValue());
                                    out.number("count", count.longValue());
                                }));
        return buckets;
    }
}
