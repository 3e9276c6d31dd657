package io.windlass.perf.replay;

import io.windlass.edge.disk.FileDisk;
import io.windlass.kernel.partition.Limits;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Measures what one partition does with packed transfers without a network: decided, logged,
 * synced, committed.
 *
 * <p>Arguments: an empty directory, accounts (10,000), seconds (30), transfers in a batch (8,192),
 * batches in flight (4). Prints a line for each five seconds: the rate, and what a transfer costs
 * each thread in microseconds of processor time.
 */
public final class PackedMain {
    private static final int STRETCH_SECONDS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private PackedMain() {}

    /** Runs the measurement. */
    public static void main(String[] arguments) throws IOException {
        int accounts = argument(arguments, 1, 10_000);
        int seconds = argument(arguments, 2, 30);
        try (FileDisk disk = FileDisk.open(Path.of(arguments[0]))) {
            MeasuredPartition partition = new MeasuredPartition(disk, Limits.State.DEFAULT);
            partition.isReady.join();
            new WalletLoad<>(partition.feature, partition).open(accounts);
            PackedLoad<?> load =
                    new PackedLoad<>(
                            partition.feature,
                            partition,
                            accounts,
                            argument(arguments, 3, 8_192),
                            argument(arguments, 4, 4));
            for (int i = 0; i < seconds; i += STRETCH_SECONDS) {
                measure(load);
            }
            load.drain();
            partition.stop();
        }
    }

    private static void measure(PackedLoad<?> load) {
        ThreadTimes times = ThreadTimes.now();
        long begin = System.nanoTime();
        long end = begin + STRETCH_SECONDS * (long) NANOS_PER_SECOND;
        long done = load.runUntil(end);
        double took = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        System.out.printf("transfers_per_s=%.0f us:%s%n", done / took, times.sinceThen(done));
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }
}
