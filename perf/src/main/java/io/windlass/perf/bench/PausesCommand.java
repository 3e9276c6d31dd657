package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench pauses}. */
@Command(
        name = "pauses",
        description = {
            "The longest pauses of a node that is half busy with binary batches of 64, while it",
            "makes snapshots and files of ids."
        },
        mixinStandardHelpOptions = true)
final class PausesCommand implements Callable<Integer> {
    private static final int BATCH = 64;
    private static final int PEAK_SECONDS = 10;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String SNAPSHOT = "made a snapshot";
    private static final String SEALED = "into a file";

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "measured time, also 0.5 (${DEFAULT-VALUE})")
    private double minutes = 10;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "transfers a second; 0: half of the peak, measured before")
    private double rate;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            description = "seconds at the peak before it (${DEFAULT-VALUE})")
    private int warmup = 20;

    @Option(names = "--connections", paramLabel = "N", description = "${DEFAULT-VALUE}")
    private int connections = 16;

    @Option(names = "--accounts", paramLabel = "N", description = "${DEFAULT-VALUE}")
    private int accounts = 10_000;

    @Override
    public Integer call() {
        Vertx vertx = Generator.vertx();
        try (Subject subject = Subject.ofPauses()) {
            measure(vertx, subject).print(System.out);
        } finally {
            Waits.on(vertx.close());
        }
        return 0;
    }

    private Figures measure(Vertx vertx, Subject subject) {
        Funded funded = Funded.at(subject, vertx, accounts, "uniform", "random");
        try (BinaryLoad line = new BinaryLoad(vertx, funded.pairs(), Ids.random(), BATCH)) {
            line.connect(subject.binary(), connections, 1, funded.accounts().customers());
            line.run(Pace.MAX, TimeUnit.SECONDS.toNanos(warmup));
            double perSecond = rate > 0 ? rate : peak(line) / 2;
            Pace pace = new Pace(perSecond / BATCH);
            // The first maximum that is read has to be one of this load.
            line.run(pace, TimeUnit.MILLISECONDS.toNanos(Pauses.WINDOW_MILLIS));
            return measured(subject, line, pace).number("rate", perSecond);
        }
    }

    private static double peak(BinaryLoad line) {
        long nanos = TimeUnit.SECONDS.toNanos(PEAK_SECONDS);
        return line.run(Pace.MAX, nanos).accepted() / (nanos / NANOS_PER_SECOND);
    }

    private Figures measured(Subject subject, BinaryLoad line, Pace pace) {
        long nanos = (long) (minutes * NANOS_PER_MINUTE);
        long snapshots = subject.logged(SNAPSHOT);
        long files = subject.logged(SEALED);
        long begin = System.currentTimeMillis();
        Figures figures = new Figures();
        try (LagReader reader = new LagReader(subject)) {
            Tally tally = line.run(pace, nanos);
            Pauses pauses =
                    Pauses.between(
                            SafepointLog.read(subject.directory()),
                            reader.lags(),
                            begin,
                            System.currentTimeMillis());
            pauses.addTo(figures);
            figures.number("snapshots", orSay(subject.logged(SNAPSHOT) - snapshots, "snapshot"))
                    .number("sealed_files", orSay(subject.logged(SEALED) - files, "file of ids"))
                    .number("transfers_per_s", tally.accepted() / (nanos / NANOS_PER_SECOND))
                    .number("accepted", tally.accepted())
                    .number("rejected", tally.rejected())
                    .number("errors", tally.errors())
                    .latencies(tally.latencies());
        }
        subject.addMemoryTo(figures);
        return figures.number("seconds", nanos / NANOS_PER_SECOND)
                .text("durability", subject.money().getString("durability"))
                .text("jdk", Runtime.version().toString());
    }

    private static long orSay(long count, String what) {
        if (count == 0) {
            System.err.println("no " + what + " was made: the figures say nothing of one");
        }
        return count;
    }
}
