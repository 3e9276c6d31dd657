package io.windlass.perf.stage;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import net.openhft.chronicle.bytes.MappedBytes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The comparison behind design decision D4: into a file of written zeros, a positioned write and a
 * sync, through the page cache or past it, against a store through the mapping and a sync.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WriterComparison {
    private static final int FILE_BYTES = 64 << 20;
    private static final int PAGE = 4096;

    /** Bytes between two syncs. */
    @Param({"8192", "65536", "524288"})
    public int batch;

    private Path path;
    private FileChannel channel;
    private FileChannel past;
    private MappedBytes mapped;
    private ByteBuffer direct;
    private byte[] bytes;
    private long offset;

    /** Lays the file out. */
    @Setup
    public void open() throws IOException {
        path = Files.createTempFile("windlass-writer", ".segment");
        channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
        for (long at = 0; at < FILE_BYTES; at += zeros.capacity()) {
            channel.write(zeros.clear(), at);
        }
        channel.force(true);
        mapped = MappedBytes.mappedBytes(path.toFile(), FILE_BYTES);
        past = FileChannel.open(path, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
        direct = ByteBuffer.allocateDirect(batch + PAGE).alignedSlice(PAGE).limit(batch).slice();
        bytes = new byte[batch];
    }

    /** Removes it. */
    @TearDown
    public void close() throws IOException {
        mapped.releaseLast();
        past.close();
        channel.close();
        Files.delete(path);
    }

    /**
     * What the node does where the file system has no other way, or another process began the file.
     */
    @Benchmark
    public void positionedWriteAndForce() throws IOException {
        channel.write(direct.clear(), next());
        channel.force(false);
    }

    /** What it does where the file system can: past the page cache. */
    @Benchmark
    public void directWriteAndForce() throws IOException {
        past.write(direct.clear(), next());
        channel.force(false);
    }

    /** What it does not do. */
    @Benchmark
    public void mappedStoreAndForce() throws IOException {
        mapped.write(next(), bytes, 0, bytes.length);
        channel.force(false);
    }

    private long next() {
        offset = offset + 2L * batch > FILE_BYTES ? 0 : offset + batch;
        return offset;
    }
}
