package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
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
    private static final int BATCH_MAX = 8_192;
    private static final double NANOS_PER_SECOND = 1e9;

    @Mixin private LoadOptions load;

    @Mixin private TargetOption target;

    @Option(
            names = "--protocol",
            paramLabel = "http|json-batch|binary",
            description = "${DEFAULT-VALUE}")
    private String protocol = "http";

    @Option(
            names = "--batch",
            paramLabel = "N",
            description =
                    "transfers in a request of json-batch or binary (${DEFAULT-VALUE}); binary"
                            + " with 1: single ones, which the client gathers")
    private int batch = 1_000;

    @Option(names = "--accounts", paramLabel = "N", description = "${DEFAULT-VALUE}")
    private int accounts = 10_000;

    @Option(
            names = "--skew",
            paramLabel = "uniform|zipf|hot|one",
            description = "one: one account is a side of every transfer (${DEFAULT-VALUE})")
    private String skew = "uniform";

    @Option(
            names = "--ids",
            paramLabel = "random|time",
            description = "UUIDs of version 4 or 7 (${DEFAULT-VALUE})")
    private String ids = "random";

    @Override
    public Integer call() {
        if (batch < 1 || batch > BATCH_MAX) {
            throw new BenchException("--batch is " + batch + ", it has to be 1 to " + BATCH_MAX);
        }
        return target.measure(this::measure);
    }

    private Figures measure(Vertx vertx, Subject subject) {
        JsonObject money = subject.money();
        long begin = System.nanoTime();
        Funded funded = Funded.at(subject, vertx, accounts, skew, ids);
        double setUpSeconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        Meters before = Meters.of(subject);
        Stretch stretch =
                isBinary()
                        ? binary(vertx, subject, funded)
                        : http(vertx, subject, funded.transfers());
        Meters logged = Meters.of(subject).since(before);
        Histogram syncs = SyncProbe.measure(subject.directory());
        Figures figures = new Figures();
        stretch.addTo(figures, "transfers_per_s");
        figures.micros("fdatasync_p50_us", syncs, 50).micros("fdatasync_p999_us", syncs, 99.9);
        if (load.isPaced()) {
            Histogram paced = SyncProbe.measurePaced(subject.directory(), load.seconds);
            figures.micros("fdatasync_paced_p999_us", paced, 99.9);
        }
        stretch.addCostTo(figures);
        figures.number("bytes_per_transfer", logged.bytesPerEvent())
                .text("durability", money.getString("durability"))
                .text("jdk", Runtime.version().toString())
                .number("partitions", money.getInteger("partitions"))
                .number("cross_share", 0)
                .number("transfers_per_frame", logged.eventsPerFrame())
                .text("protocol", protocol)
                .number("batch", perRequest())
                .number("accounts", accounts)
                .number("set_up_s", setUpSeconds);
        subject.addMemoryTo(figures);
        stretch.addCurveTo(figures);
        return figures;
    }

    private Stretch http(Vertx vertx, Subject subject, Transfers transfers) {
        Script script = script(transfers);
        try (Load line = Load.connect(vertx, subject.address(), load.connections, load.inFlight)) {
            return Stretch.run(
                    (pace, nanos) -> line.run(script, pace, nanos),
                    load,
                    perRequest(),
                    subject::cpuSeconds);
        }
    }

    private Stretch binary(Vertx vertx, Subject subject, Funded funded) {
        List<String> customers = funded.accounts().customers();
        try (BinaryLoad line = new BinaryLoad(vertx, funded.pairs(), Ids.of(ids), batch)) {
            line.connect(subject.binary(), load.connections, load.inFlight, customers);
            return Stretch.run(line::run, load, perRequest(), subject::cpuSeconds);
        }
    }

    private int perRequest() {
        return isBatch() || isBinary() ? batch : 1;
    }

    private Script script(Transfers transfers) {
        LongFunction<String> next = number -> transfers.next();
        return isBatch()
                ? new BatchScript(next, batch, Long.MAX_VALUE)
                : new SingleScript(next, Long.MAX_VALUE);
    }

    private boolean isBinary() {
        return protocol.equals("binary");
    }

    private boolean isBatch() {
        return switch (protocol) {
            case "http", "binary" -> false;
            case "json-batch" -> true;
            default -> throw new BenchException("--protocol is " + protocol + "; see --help");
        };
    }
}
