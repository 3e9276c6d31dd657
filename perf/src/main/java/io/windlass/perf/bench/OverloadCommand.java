package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/bench overload}. */
@Command(
        name = "overload",
        description = {
            "Finds the peak rate, offers 2 and 5 times as much, then 5 times with retries,",
            "and looks how soon half the peak is served as before."
        },
        mixinStandardHelpOptions = true)
final class OverloadCommand implements Callable<Integer> {
    private static final int ACCOUNTS = 10_000;
    private static final int USUAL_CONNECTIONS = 64;
    private static final int WINDOWS_BEFORE = 7;
    private static final int RECOVERY_SECONDS_MAX = 30;
    private static final double P99_FACTOR_MAX = 2;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    @Mixin private TargetOption target;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "of each overload (${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "from which the overload comes (${DEFAULT-VALUE})")
    private int connections = 2_000;

    @Option(
            names = "--deadline",
            paramLabel = "MS",
            description = "an answer that takes longer is of no use (${DEFAULT-VALUE})")
    private int deadlineMillis = 1_000;

    @Option(names = "--warmup", paramLabel = "N", description = "seconds (${DEFAULT-VALUE})")
    private int warmup = 15;

    @Override
    public Integer call() {
        return target.measure(this::measure);
    }

    private Figures measure(Vertx vertx, Subject subject) {
        String run = Long.toHexString(new SplittableRandom().nextLong() | Long.MIN_VALUE);
        int partitions = subject.money().getInteger("partitions");
        Transfers transfers = funded(vertx, subject, new Accounts(run, ACCOUNTS, partitions));
        Script script = new SingleScript(number -> transfers.next(), Long.MAX_VALUE);
        Figures figures = new Figures();
        double peak = peak(vertx, subject, script);
        Pace half = new Pace(peak / 2);
        double before = usualP99(vertx, subject, script, half);
        figures.number("peak_per_s", peak).number("half_p99_us", before / 1e3);
        try (Storm storm = Storm.connect(vertx, subject.address(), connections)) {
            storm(storm, transfers, "2x", 2 * peak, false).addTo(figures, "2x", peak, seconds);
            storm(storm, transfers, "5x", 5 * peak, false).addTo(figures, "5x", peak, seconds);
            storm(storm, transfers, "5x_retries", 5 * peak, true)
                    .addTo(figures, "5x_retries", peak, seconds);
        }
        long end = System.nanoTime();
        try (Load usual = Load.connect(vertx, subject.address(), USUAL_CONNECTIONS, 1)) {
            recover(usual, script, half, before, end, figures);
        }
        return figures.number("connections", connections)
                .number("deadline_ms", deadlineMillis)
                .text("durability", subject.money().getString("durability"))
                .text("jdk", Runtime.version().toString())
                .number("partitions", partitions);
    }

    /**
     * What a node answers at most to the clients of the overload while they wait for it. The same
     * ones, since a connection has a cost of its own that is none of overload.
     */
    private double peak(Vertx vertx, Subject subject, Script script) {
        long nanos = TimeUnit.SECONDS.toNanos(Math.max(5, seconds / 4));
        try (Load load = Load.connect(vertx, subject.address(), connections, 1)) {
            load.run(script, Pace.MAX, TimeUnit.SECONDS.toNanos(warmup));
            return load.run(script, Pace.MAX, nanos).accepted() / (nanos / NANOS_PER_SECOND);
        }
    }

    private static Transfers funded(Vertx vertx, Subject subject, Accounts accounts) {
        Transfers transfers = new Transfers(accounts, Skew.UNIFORM);
        Funding.run(vertx, subject.address(), accounts, transfers);
        return transfers;
    }

    private StormTally storm(
            Storm storm, Transfers transfers, String name, double perSecond, boolean hasRetries) {
        System.err.println(name + ": " + Math.round(perSecond) + " a second");
        Storm.Plan plan =
                new Storm.Plan(
                        perSecond,
                        TimeUnit.SECONDS.toNanos(seconds),
                        TimeUnit.MILLISECONDS.toNanos(deadlineMillis),
                        hasRetries);
        return storm.run(plan, transfers::next);
    }

    /** The median of some windows, since one alone may have met a pause of the machine. */
    private static double usualP99(Vertx vertx, Subject subject, Script script, Pace half) {
        double[] each = new double[WINDOWS_BEFORE];
        try (Load usual = Load.connect(vertx, subject.address(), USUAL_CONNECTIONS, 1)) {
            for (int i = 0; i < WINDOWS_BEFORE; i++) {
                each[i] = windowP99(usual, script, half);
            }
        }
        Arrays.sort(each);
        return each[WINDOWS_BEFORE / 2];
    }

    private static double windowP99(Load usual, Script script, Pace half) {
        Tally tally = usual.run(script, half, WINDOW_NANOS);
        return tally.latencies().getValueAtPercentile(99);
    }

    /** The time from the end of the storm to the first window that is as before. */
    private static void recover(
            Load usual, Script script, Pace half, double before, long end, Figures figures) {
        double worst = 0;
        double started = 0;
        double p99;
        do {
            started = (System.nanoTime() - end) / NANOS_PER_SECOND;
            p99 = windowP99(usual, script, half);
            worst = Math.max(worst, p99);
        } while (p99 > P99_FACTOR_MAX * before && started < RECOVERY_SECONDS_MAX);
        boolean recovered = p99 <= P99_FACTOR_MAX * before;
        figures.text("recovered", Boolean.toString(recovered))
                .number("recovery_s", started)
                .number("recovered_p99_us", p99 / 1e3)
                .number("worst_p99_us", worst / 1e3);
    }
}
