package io.windlass.perf.bench;

import picocli.CommandLine.Option;

/** What every load can be told. */
final class LoadOptions {
    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "connections (${DEFAULT-VALUE})")
    int connections = 64;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description = "requests in flight on each, pipelined (${DEFAULT-VALUE})")
    int inFlight = 1;

    @Option(
            names = "--rate",
            paramLabel = "N|max",
            description =
                    "transfers a second, sent when due whether or not earlier ones are answered;"
                            + " max: the next when the last is answered (${DEFAULT-VALUE})")
    String rate = "max";

    @Option(names = "--seconds", paramLabel = "N", description = "measured time (${DEFAULT-VALUE})")
    int seconds = 10;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            description = "seconds of the same load before it (${DEFAULT-VALUE})")
    int warmup = 8;

    @Option(
            names = "--seen",
            paramLabel = "N",
            description =
                    "and the same load goes on before it until so many were accepted"
                            + " (${DEFAULT-VALUE})")
    long seen;

    /** Whether requests are sent when due. */
    boolean isPaced() {
        return !rate.equals("max");
    }
}
