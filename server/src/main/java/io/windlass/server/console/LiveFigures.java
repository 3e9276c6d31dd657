package io.windlass.server.console;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.search.Search;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What a node has counted since its start: sums only, so that every reader makes its own rates of
 * two of them and none of them is kept for anybody. What no meter counts is left out. Any thread.
 */
public final class LiveFigures implements Document {
    private static final List<String> PORTS = List.of("http", "binary");

    /** The type of the one event that says that money has moved, whatever port it was asked at. */
    private static final String TRANSFER = "Transferred";

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
        List<Document> ports = PORTS.stream().map(this::port).toList();
        out.list("ports", ports);
    }

    private Document partition(int number) {
        return out -> {
            out.number("partition", number);
            gauge(out, "position", of("windlass_position", number));
            counter(out, "events", of("windlass_events", number));
            counter(out, "transfers", of("windlass_events", number).tag("type", TRANSFER));
            counter(out, "bytes", of("windlass_log_bytes", number));
            timer(out, "frame", of("windlass_frame_commit", number));
            timer(out, "sync", of("windlass_log_sync", number));
        };
    }

    private Search of(String meter, int partition) {
        return registry.find(meter).tag("partition", Integer.toString(partition));
    }

    /** What a port tells of its connections and of what it has answered. */
    private Document port(String name) {
        return out -> {
            out.text("port", name);
            gauge(out, "connections", registry.find("windlass." + name + ".connections"));
            Collection<Timer> timers = registry.find("windlass." + name + ".latency").timers();
            if (!timers.isEmpty()) {
                out.number("answers", timers.stream().mapToLong(Timer::count).sum());
                out.list("latencies", latencies(timers));
            }
        };
    }

    private static void gauge(DocumentWriter out, String field, Search found) {
        Gauge gauge = found.gauge();
        if (gauge != null) {
            out.number(field, (long) gauge.value());
        }
    }

    /** The sum of all that were found. */
    private static void counter(DocumentWriter out, String field, Search found) {
        Collection<Counter> counters = found.counters();
        if (!counters.isEmpty()) {
            out.number(field, (long) counters.stream().mapToDouble(Counter::count).sum());
        }
    }

    private static void timer(DocumentWriter out, String what, Search found) {
        Timer timer = found.timer();
        if (timer != null) {
            out.number(what + "s", timer.count());
            out.number(what + "_nanos", (long) timer.totalTime(TimeUnit.NANOSECONDS));
        }
    }

    /** How many answers were given within each bound by all timers together; cumulative. */
    private static List<Document> latencies(Collection<Timer> timers) {
        Map<Double, Double> counts = new TreeMap<>();
        for (Timer timer : timers) {
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
