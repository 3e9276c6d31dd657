package io.windlass.perf.stage;

import io.windlass.kernel.log.FrameHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
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
    /** Bytes of events in a frame. */
    @Param({"1600", "65536", "524288"})
    public int frame;

    private TemporaryLog log;
    private ByteBuffer buffer;
    private byte[] payload;
    private long index;

    /** Begins a log in a temporary directory. */
    @Setup
    public void open() throws IOException {
        log = new TemporaryLog();
        payload = new byte[frame];
        buffer = ByteBuffer.allocateDirect(FrameHeader.lengthFor(frame));
    }

    /** Removes the log. */
    @TearDown
    public void close() throws IOException {
        log.close();
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
        return log.append(header(), payload);
    }

    private FrameHeader header() {
        index++;
        int length = FrameHeader.lengthFor(frame);
        return new FrameHeader(
                length, FrameHeader.Kind.EVENTS, 1, 1, 1, index, index, index, index - 1);
    }
}
