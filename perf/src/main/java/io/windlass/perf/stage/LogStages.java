package io.windlass.perf.stage;

import io.windlass.edge.disk.FileDisk;
import io.windlass.kernel.log.FrameHeader;
import io.windlass.kernel.log.LogEnd;
import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.log.SegmentedLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one frame costs: its checksum, and its way to the disk. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LogStages {
    private static final int SEGMENT_BYTES = 64 << 20;
    private static final int FRAME_BYTES_MAX = 1 << 20;

    /** Bytes of events in a frame. */
    @Param({"1600", "65536", "524288"})
    public int frame;

    private Path directory;
    private FileDisk disk;
    private SegmentedLog log;
    private ByteBuffer buffer;
    private byte[] payload;
    private long index;

    /** Begins a log in a temporary directory. */
    @Setup
    public void open() throws IOException {
        directory = Files.createTempDirectory("windlass-log-stages");
        disk = FileDisk.open(directory);
        log =
                new SegmentedLog(
                        disk,
                        new LogSettings(
                                "partitions/1",
                                1,
                                SEGMENT_BYTES,
                                FRAME_BYTES_MAX,
                                2 * FRAME_BYTES_MAX),
                        new LogEnd(0, 0, 0, 0));
        payload = new byte[frame];
        buffer = ByteBuffer.allocateDirect(FrameHeader.lengthFor(frame));
    }

    /** Removes the log. */
    @TearDown
    public void close() throws IOException {
        log.close();
        disk.close();
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** CRC32C alone. */
    @Benchmark
    public long checksum() {
        CRC32C crc = new CRC32C();
        crc.update(payload, 0, payload.length);
        return crc.getValue();
    }

    /** Head, copy and checksum of a frame. */
    @Benchmark
    public ByteBuffer encodeFrame() {
        header().write(buffer.clear(), payload);
        return buffer;
    }

    /** A frame to the log and through the disk's cache. */
    @Benchmark
    public long appendAndSync() throws IOException {
        long at = log.append(header(), payload).offset();
        log.flush();
        log.forgetUntil(index);
        return at;
    }

    private FrameHeader header() {
        index++;
        int length = FrameHeader.lengthFor(frame);
        return new FrameHeader(
                length, FrameHeader.Kind.EVENTS, 1, 1, 1, index, index, index, index - 1);
    }
}
