package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** Which node a command measures. */
final class TargetOption {
    @Option(
            names = "--target",
            paramLabel = "host:port",
            description = "a running node; without it one is started and stopped")
    private String target = "";

    /** Measures it and prints the figures; the exit code of the command. */
    int measure(BiFunction<Vertx, Subject, Figures> measurement) {
        Vertx vertx = Generator.vertx();
        try (Subject subject = Subject.at(target)) {
            measurement.apply(vertx, subject).print(System.out);
        } finally {
            Waits.on(vertx.close());
        }
        return 0;
    }
}
