package io.windlass.perf.replay;

import io.windlass.edge.disk.FileDisk;
import io.windlass.kernel.partition.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures how fast a node starts.
 *
 * <p>Arguments: an empty or earlier used directory, accounts (1,000,000), transfers (4,000,000),
 * replays (3). Makes the log unless the directory has one, replays all of it, makes a snapshot and
 * starts from that. Prints key=value lines; the first replay of a process is the cold one.
 */
public final class ReplayMain {
    private static final Limits.State NO_SNAPSHOT =
            new Limits.State(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    private static final Limits.State SNAPSHOT = new Limits.State(1, 1, Long.MAX_VALUE);

    private ReplayMain() {}

    /** Runs the measurement. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        int accounts = argument(arguments, 1, 1_000_000);
        int transfers = argument(arguments, 2, 4_000_000);
        int replays = argument(arguments, 3, 3);
        if (!Files.exists(directory.resolve("partitions"))) {
            make(directory, accounts, transfers);
        }
        deleteSnapshots(directory);
        for (int i = 0; i < replays; i++) {
            start(directory, NO_SNAPSHOT, false);
        }
        start(directory, SNAPSHOT, true);
        for (int i = 0; i < replays; i++) {
            start(directory, NO_SNAPSHOT, false);
        }
    }

    private static void make(Path directory, int accounts, int transfers) throws IOException {
        try (FileDisk disk = FileDisk.open(directory)) {
            MeasuredPartition partition = new MeasuredPartition(disk, NO_SNAPSHOT);
            partition.isReady.join();
            long start = System.nanoTime();
            WalletLoad<?> load = new WalletLoad<>(partition.feature, partition);
            load.open(accounts);
            load.transfer(accounts, transfers);
            System.out.printf(
                    "made accounts=%d transfers=%d in %.1f s%n",
                    accounts, transfers, (System.nanoTime() - start) / 1e9);
            partition.stop();
        }
    }

    private static void start(Path directory, Limits.State limits, boolean snapshot)
            throws IOException {
        try (FileDisk disk = FileDisk.open(directory)) {
            MeasuredPartition partition = new MeasuredPartition(disk, limits);
            partition.isReady.join();
            if (snapshot) {
                partition.madeSnapshot.join();
            }
            partition.stop();
        }
    }

    private static void deleteSnapshots(Path directory) throws IOException {
        try (FileDisk disk = FileDisk.open(directory)) {
            String snapshots = "partitions/1/snapshots";
            for (String name : disk.list(snapshots)) {
                disk.delete(snapshots + "/" + name);
            }
        }
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }
}
