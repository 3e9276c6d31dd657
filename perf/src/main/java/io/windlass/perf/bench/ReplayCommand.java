package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench replay}. */
@Command(
        name = "replay",
        description = "Restarts a node over what it wrote, and tells how fast that was read.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    private static final Pattern REPLAYED =
            Pattern.compile("replayed (\\d+) frames with (\\d+) events in ([0-9.]+) s");
    private static final String[] NO_SNAPSHOT = {
        "snapshot.events=1000000000000", "snapshot.bytes=1000000000000"
    };
    private static final String[] SNAPSHOT = {"snapshot.events=1", NO_SNAPSHOT[1]};
    private static final String SNAPSHOT_MADE = "made a snapshot";
    private static final long LOOK_NANOS = 50_000_000;
    private static final int CONNECTIONS = 16;
    private static final int IN_FLIGHT = 16;
    private static final int BATCH = 1_000;
    private static final double MILLIS = 1e6;

    @Option(
            names = "--transfers",
            paramLabel = "N",
            description = "transfers in the log (${DEFAULT-VALUE})")
    private long transfers = 5_000_000;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            description = "accounts they are between (${DEFAULT-VALUE})")
    private int accounts = 10_000;

    @Option(
            names = "--snapshot",
            description = "start from a snapshot of it all instead of reading the events")
    private boolean snapshot;

    @Override
    public Integer call() {
        Vertx vertx = Generator.vertx();
        try (Scratch scratch = Scratch.make()) {
            write(vertx, scratch);
            if (snapshot) {
                makeSnapshot(scratch);
            }
            long begin = System.nanoTime();
            try (OwnProcess again = OwnProcess.node(scratch.path(), List.of(), NO_SNAPSHOT)) {
                double readyMillis = (System.nanoTime() - begin) / MILLIS;
                figures(again.log(), readyMillis).print(System.out);
            }
        } finally {
            Waits.on(vertx.close());
        }
        return 0;
    }

    private void write(Vertx vertx, Scratch scratch) {
        try (OwnProcess node = OwnProcess.node(scratch.path(), List.of(), NO_SNAPSHOT)) {
            SocketAddress address = SocketAddress.inetSocketAddress(node.port(), "127.0.0.1");
            Accounts opened = new Accounts("00000000", accounts, 1);
            Transfers source = new Transfers(opened, Skew.UNIFORM);
            try (Load load = Load.connect(vertx, address, CONNECTIONS, IN_FLIGHT)) {
                load.all(new OpenScript(opened));
            }
            try (Load load = Load.connect(vertx, address, CONNECTIONS, 1)) {
                load.all(new BatchScript(i -> source.funding((int) i), BATCH, accounts));
                Tally written = load.all(new BatchScript(i -> source.next(), BATCH, transfers));
                if (written.accepted() != transfers) {
                    throw new BenchException("not all transfers were accepted");
                }
            }
        }
    }

    private static void makeSnapshot(Scratch scratch) {
        try (OwnProcess node = OwnProcess.node(scratch.path(), List.of(), SNAPSHOT)) {
            while (!node.log().contains(SNAPSHOT_MADE)) {
                LockSupport.parkNanos(LOOK_NANOS);
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
