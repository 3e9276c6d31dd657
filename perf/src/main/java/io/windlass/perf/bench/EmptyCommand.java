package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code scripts/bench empty}. */
@Command(
        name = "empty",
        description = "The yardstick: the same POST, read and parsed by the same Vert.x, no more.",
        mixinStandardHelpOptions = true)
final class EmptyCommand implements Callable<Integer> {
    private static final int ACCOUNTS = 10_000;

    @Mixin private LoadOptions load;

    @Override
    public Integer call() {
        Vertx vertx = Generator.vertx();
        try (Scratch scratch = Scratch.make();
                OwnProcess server =
                        OwnProcess.start(
                                scratch.path().resolve("empty.log"),
                                List.of(),
                                EmptyServer.class.getName(),
                                List.of())) {
            SocketAddress address = SocketAddress.inetSocketAddress(server.port(), "127.0.0.1");
            Transfers transfers =
                    new Transfers(new Accounts("00000000", ACCOUNTS, 1), Skew.UNIFORM);
            Script script = new SingleScript(number -> transfers.next(), Long.MAX_VALUE);
            Figures figures = new Figures();
            try (Load line = Load.connect(vertx, address, load.connections, load.inFlight)) {
                Stretch stretch =
                        Stretch.run(
                                (pace, nanos) -> line.run(script, pace, nanos),
                                load,
                                1,
                                () -> java.util.Optional.of(Processes.cpuSeconds(server.pid())));
                stretch.addTo(figures, "requests_per_s");
                stretch.addCostTo(figures);
                figures.text("jdk", Runtime.version().toString());
                stretch.addCurveTo(figures);
            }
            figures.print(System.out);
        } finally {
            Waits.on(vertx.close());
        }
        return 0;
    }
}
