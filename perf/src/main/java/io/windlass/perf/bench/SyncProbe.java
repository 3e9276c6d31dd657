package io.windlass.perf.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * How long this disk takes to write 4 KiB into a file laid out before and to sync it, in a
 * directory that is otherwise idle.
 */
final class SyncProbe {
    private static final int BLOCK = 4_096;
    private static final int BLOCKS = 2_000;
    private static final int PACED_PER_SECOND = 1_000;
    private static final long NANOS_MAX = 60_000_000_000L;

    private final Histogram times = new Histogram(NANOS_MAX, 3);
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    private int next;

    private SyncProbe() {}

    /** Times in nanoseconds of syncs one right after the other. */
    static Histogram measure(Path directory) {
        SyncProbe probe = new SyncProbe();
        return probe.run(directory, probe::inTurn);
    }

    /**
     * Times in nanoseconds of syncs that are due a thousand times a second, each from when it was
     * due: where the disk stands still, all that came due meanwhile has waited, as with a load of a
     * given rate.
     */
    static Histogram measurePaced(Path directory, int seconds) {
        SyncProbe probe = new SyncProbe();
        return probe.run(directory, file -> probe.pace(file, seconds));
    }

    /** What is done with the file that is there. */
    private interface Measurement {
        void take(FileChannel file) throws IOException;
    }

    private Histogram run(Path directory, Measurement measurement) {
        Path path = directory.resolve("sync-probe");
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(BLOCK * BLOCKS));
            file.force(true);
            measurement.take(file);
            Files.delete(path);
        } catch (IOException e) {
            throw new BenchException("cannot measure the disk at " + directory, e);
        }
        return times;
    }

    private void inTurn(FileChannel file) throws IOException {
        for (int i = 0; i < BLOCKS; i++) {
            long start = System.nanoTime();
            sync(file);
            times.recordValue(System.nanoTime() - start);
        }
    }

    private void pace(FileChannel file, int seconds) throws IOException {
        long begin = System.nanoTime();
        long gap = TimeUnit.SECONDS.toNanos(1) / PACED_PER_SECOND;
        for (long i = 0; i < (long) seconds * PACED_PER_SECOND; i++) {
            long due = begin + i * gap;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sync(file);
            times.recordValue(System.nanoTime() - due);
        }
    }

    private void sync(FileChannel file) throws IOException {
        file.write(block.clear(), (long) next++ % BLOCKS * BLOCK);
        file.force(false);
    }
}
