package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench replay}. */
@Command(
        name = "replay",
        description = "Restarts a node over a log it wrote, and tells how fast it was read.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final Pattern REPLAYED =
            Pattern.compile("replayed (\\d+) frames with (\\d+) events in ([0-9.]+) s");
    private static final int ACCOUNTS = 10_000;
    private static final int CONNECTIONS = 16;
    private static final int IN_FLIGHT = 16;
    private static final int BATCH = 1_000;
    private static final double MILLIS = 1e6;

    @Option(
            names = "--transfers",
            paramLabel = "N",
            description = "transfers in the log (${DEFAULT-VALUE})")
    private long transfers = 1_000_000;

    @Override
    public Integer call() {
        Vertx vertx = Generator.vertx();
        try (Scratch scratch = Scratch.make()) {
            write(vertx, scratch);
            long begin = System.nanoTime();
            try (OwnProcess again = OwnProcess.node(scratch.path())) {
                double readyMillis = (System.nanoTime() - begin) / MILLIS;
                figures(again.log(), readyMillis).print(System.out);
            }
        } finally {
            Waits.on(vertx.close());
        }
        return 0;
    }

    private void write(Vertx vertx, Scratch scratch) {
        try (OwnProcess node = OwnProcess.node(scratch.path())) {
            SocketAddress address = SocketAddress.inetSocketAddress(node.port(), "127.0.0.1");
            Accounts accounts = new Accounts("00000000", ACCOUNTS, 1);
            Transfers source = new Transfers(accounts, Skew.UNIFORM);
            boolean batches;
            try (Subject subject = Subject.at("127.0.0.1:" + node.port())) {
                JsonObject money = subject.money();
                accounts = new Accounts("00000000", ACCOUNTS, money.getInteger("partitions"));
                batches = subject.takesPost(BatchScript.PATH);
            }
            try (Load load = Load.connect(vertx, address, CONNECTIONS, batches ? 1 : IN_FLIGHT)) {
                load.all(new OpenScript(accounts));
                load.all(new SingleScript(i -> source.funding((int) i), ACCOUNTS));
                Tally written =
                        load.all(
                                batches
                                        ? new BatchScript(i -> source.next(), BATCH, transfers)
                                        : new SingleScript(i -> source.next(), transfers));
                if (written.accepted() != transfers) {
                    throw new BenchException("not all transfers were accepted");
                }
            }
        }
    }

    private static Figures figures(String log, double readyMillis) {
        long frames = 0;
        long events = 0;
        double seconds = 0;
        Matcher line = REPLAYED.matcher(log);
        while (line.find()) {
            frames = Long.parseLong(line.group(1));
            events = Long.parseLong(line.group(2));
            seconds = Double.parseDouble(line.group(3));
        }
        return new Figures()
                .number("events_per_s", events / Math.max(1e-3, seconds))
                .number("events", events)
                .number("frames", frames)
                .number("replay_s", seconds)
                .number("ready_ms", readyMillis)
                .text("jdk", Runtime.version().toString());
    }
}
