package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/bench curve}. */
@Command(
        name = "curve",
        description = {
            "Group commit by the load: 1, 2, 4 .. 4,096 clients that send single transfers by the"
                    + " binary protocol, each the next when it has its answer.",
            "The line curve= has clients:transfers a second:p50 us:p99 us:transfers in a frame."
        },
        mixinStandardHelpOptions = true)
final class CurveCommand implements Callable<Integer> {
    private static final int CLIENTS_MAX = 4_096;
    private static final double NANOS_PER_MICRO = 1e3;

    @Mixin private TargetOption target;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "which the clients share, at most (${DEFAULT-VALUE})")
    private int connections = 4;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "measured for each number of clients (${DEFAULT-VALUE})")
    private int seconds = 3;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            description = "seconds before the first one; each has one more (${DEFAULT-VALUE})")
    private int warmup = 8;

    @Option(names = "--accounts", paramLabel = "N", description = "${DEFAULT-VALUE}")
    private int accounts = 10_000;

    @Override
    public Integer call() {
        return target.measure(this::measure);
    }

    private Figures measure(Vertx vertx, Subject subject) {
        Funded funded = Funded.at(subject, vertx, accounts, "uniform", "random");
        try (BinaryLoad warm = connect(vertx, subject, funded, CLIENTS_MAX / 4)) {
            warm.run(Pace.MAX, TimeUnit.SECONDS.toNanos(warmup));
        }
        StringJoiner curve = new StringJoiner(",");
        Figures figures = new Figures();
        double best = 0;
        for (int clients = 1; clients <= CLIENTS_MAX; clients *= 2) {
            Point point = point(vertx, subject, funded, clients);
            best = Math.max(best, point.perSecond);
            point.addTo(figures);
            curve.add(point.toString());
        }
        return figures.number("peak_per_s", best).text("curve", curve.toString());
    }

    private Point point(Vertx vertx, Subject subject, Funded funded, int clients) {
        try (BinaryLoad load = connect(vertx, subject, funded, clients)) {
            load.run(Pace.MAX, TimeUnit.SECONDS.toNanos(1));
            Meters before = Meters.of(subject);
            Tally tally = load.run(Pace.MAX, TimeUnit.SECONDS.toNanos(seconds));
            double perFrame = Meters.of(subject).since(before).eventsPerFrame();
            Histogram times = tally.latencies();
            return new Point(
                    clients,
                    (double) tally.accepted() / seconds,
                    times.getValueAtPercentile(50) / NANOS_PER_MICRO,
                    times.getValueAtPercentile(99) / NANOS_PER_MICRO,
                    perFrame);
        }
    }

    private BinaryLoad connect(Vertx vertx, Subject subject, Funded funded, int clients) {
        int lines = Math.min(connections, clients);
        BinaryLoad load = new BinaryLoad(vertx, funded.pairs(), Ids.random(), 1);
        load.connect(subject.binary(), lines, clients / lines, funded.accounts().customers());
        return load;
    }

    /** What so many clients came to. */
    private record Point(
            int clients, double perSecond, double p50Micros, double p99Micros, double perFrame) {

        void addTo(Figures figures) {
            String prefix = "clients_" + clients + "_";
            figures.number(prefix + "per_s", perSecond)
                    .number(prefix + "p50_us", p50Micros)
                    .number(prefix + "p99_us", p99Micros)
                    .number(prefix + "transfers_per_frame", perFrame);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d:%.0f:%.0f:%.0f:%.2f",
                    clients,
                    perSecond,
                    p50Micros,
                    p99Micros,
                    perFrame);
        }
    }
}
