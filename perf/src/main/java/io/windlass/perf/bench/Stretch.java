package io.windlass.perf.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** A measured stretch of load: what came of it, and what it cost both sides. */
final class Stretch {
    private static final double MILLION = 1e6;

    private final LoadOptions options;
    private final long seen;
    private final Tally tally;
    private final double clientSeconds;
    private final Optional<Double> serverSeconds;

    private Stretch(
            LoadOptions options,
            long seen,
            Tally tally,
            double clientSeconds,
            Optional<Double> serverSeconds) {
        this.options = options;
        this.seen = seen;
        this.tally = tally;
        this.clientSeconds = clientSeconds;
        this.serverSeconds = serverSeconds;
    }

    /** Warms up, then measures. */
    static Stretch run(
            Course course,
            LoadOptions options,
            int operationsPerRequest,
            Supplier<Optional<Double>> serverCpu) {
        Pace pace = Pace.of(options.rate, operationsPerRequest);
        long seen = WarmUp.run(course, pace, options);
        long self = ProcessHandle.current().pid();
        double client = Processes.cpuSeconds(self);
        Optional<Double> server = serverCpu.get();
        Tally tally = course.run(pace, TimeUnit.SECONDS.toNanos(options.seconds));
        return new Stretch(
                options,
                seen,
                tally,
                Processes.cpuSeconds(self) - client,
                server.flatMap(before -> serverCpu.get().map(after -> after - before)));
    }

    Tally tally() {
        return tally;
    }

    /** Adds rate, counts, what was accepted before, and latencies. */
    void addTo(Figures figures, String rateKey) {
        figures.number(rateKey, (double) tally.accepted() / options.seconds)
                .number("accepted", tally.accepted())
                .number("rejected", tally.rejected())
                .number("errors", tally.errors())
                .number("seconds", options.seconds)
                .number("seen", seen)
                .latencies(tally.latencies());
    }

    /** Adds what a million accepted operations cost. */
    void addCostTo(Figures figures) {
        figures.text(
                        "server_cpu_s_per_million",
                        serverSeconds.map(this::perMillion).orElse("unknown"))
                .text("client_cpu_s_per_million", perMillion(clientSeconds));
    }

    /** Adds the curve of latencies for the report: percentile and microseconds. */
    void addCurveTo(Figures figures) {
        Histogram histogram = tally.latencies();
        StringBuilder curve = new StringBuilder();
        for (double percentile : Curve.PERCENTILES) {
            double micros = histogram.getValueAtPercentile(percentile) / 1e3;
            curve.append(curve.isEmpty() ? "" : ",")
                    .append(percentile)
                    .append(':')
                    .append(Math.round(micros));
        }
        figures.text("latency_curve", curve.toString());
    }

    private String perMillion(double seconds) {
        return String.format(
                java.util.Locale.ROOT, "%.2f", seconds / Math.max(1, tally.accepted()) * MILLION);
    }
}
