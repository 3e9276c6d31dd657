package io.windlass.perf.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.HdrHistogram.Histogram;

/** How long this disk takes to write 4 KiB into a file laid out before and to sync it. */
final class SyncProbe {
    private static final int BLOCK = 4_096;
    private static final int BLOCKS = 2_000;
    private static final long NANOS_MAX = 60_000_000_000L;

    private SyncProbe() {}

    /** Times in nanoseconds, measured in a directory that is otherwise idle. */
    static Histogram measure(Path directory) {
        Histogram times = new Histogram(NANOS_MAX, 3);
        Path path = directory.resolve("sync-probe");
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(BLOCK * BLOCKS));
            file.force(true);
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            for (int i = 0; i < BLOCKS; i++) {
                long start = System.nanoTime();
                file.write(block.clear(), (long) i * BLOCK);
                file.force(false);
                times.recordValue(System.nanoTime() - start);
            }
            Files.delete(path);
        } catch (IOException e) {
            throw new BenchException("cannot measure the disk at " + directory, e);
        }
        return times;
    }
}
