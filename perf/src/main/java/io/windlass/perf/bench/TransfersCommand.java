package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/bench transfers}. */
@Command(
        name = "transfers",
        description = "Transfers between funded accounts, one in a request or many.",
        mixinStandardHelpOptions = true)
final class TransfersCommand implements Callable<Integer> {
    private static final int SETUP_IN_FLIGHT = 8;

    @Mixin private LoadOptions load;

    @Mixin private TargetOption target;

    @Option(names = "--protocol", paramLabel = "http|json-batch", description = "${DEFAULT-VALUE}")
    private String protocol = "http";

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "transfers in a request of json-batch (${DEFAULT-VALUE})")
    private int batch = 1_000;

    @Option(names = "--accounts", paramLabel = "N", description = "${DEFAULT-VALUE}")
    private int accounts = 10_000;

    @Option(names = "--skew", paramLabel = "uniform|zipf|hot", description = "${DEFAULT-VALUE}")
    private String skew = "uniform";

    @Override
    public Integer call() {
        return target.measure(this::measure);
    }

    private Figures measure(Vertx vertx, Subject subject) {
        JsonObject money = subject.money();
        int partitions = money.getInteger("partitions");
        String run = Long.toHexString(new SplittableRandom().nextLong() | Long.MIN_VALUE);
        Accounts opened = new Accounts(run.substring(8), accounts, partitions);
        Transfers transfers = new Transfers(opened, Skew.valueOf(skew.toUpperCase(Locale.ROOT)));
        try (Load setup =
                Load.connect(vertx, subject.address(), load.connections, SETUP_IN_FLIGHT)) {
            Funding.run(setup, opened, transfers);
        }
        double bytesBefore = subject.meter("windlass_log_bytes_total");
        double eventsBefore = subject.meter("windlass_events_total");
        double framesBefore = subject.meter("windlass_frame_commit_seconds_count");
        Stretch stretch;
        try (Load line = Load.connect(vertx, subject.address(), load.connections, load.inFlight)) {
            stretch = Stretch.run(line, load, perRequest(), script(transfers), subject::cpuSeconds);
        }
        double bytes = subject.meter("windlass_log_bytes_total") - bytesBefore;
        double events = subject.meter("windlass_events_total") - eventsBefore;
        double frames = subject.meter("windlass_frame_commit_seconds_count") - framesBefore;
        Histogram syncs = SyncProbe.measure(subject.directory());
        Figures figures = new Figures();
        stretch.addTo(figures, "transfers_per_s");
        figures.micros("fdatasync_p50_us", syncs, 50).micros("fdatasync_p999_us", syncs, 99.9);
        stretch.addCostTo(figures);
        figures.number("bytes_per_transfer", bytes / Math.max(1, events))
                .text("durability", money.getString("durability"))
                .text("jdk", Runtime.version().toString())
                .number("partitions", partitions)
                .number("cross_share", 0)
                .number("transfers_per_frame", events / Math.max(1, frames));
        stretch.addCurveTo(figures);
        return figures;
    }

    private int perRequest() {
        return isBatch() ? batch : 1;
    }

    private Script script(Transfers transfers) {
        LongFunction<String> next = number -> transfers.next();
        return isBatch()
                ? new BatchScript(next, batch, Long.MAX_VALUE)
                : new SingleScript(next, Long.MAX_VALUE);
    }

    private boolean isBatch() {
        return switch (protocol) {
            case "http" -> false;
            case "json-batch" -> true;
            default -> throw new BenchException("--protocol is " + protocol + "; see --help");
        };
    }
}
