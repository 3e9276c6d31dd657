package io.windlass.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Any bytes at all in place of a frame or a log; guided by coverage with {@code --long}. */
class LogFuzz {
    private static final int SEGMENT_BYTES = 64 * 1024;
    private static final int FRAME_BYTES_MAX = 4 * 1024;
    private static final LogSettings SETTINGS =
            new LogSettings("log", 1, SEGMENT_BYTES, FRAME_BYTES_MAX, 4 * FRAME_BYTES_MAX);

    @FuzzTest(maxDuration = "60s")
    void aFrameIsReadOrThereIsNone(byte[] bytes) {
        frame(bytes);
        // A checksum that fits lets the fuzzer see what lies behind it.
        frame(sealed(bytes));
    }

    @FuzzTest(maxDuration = "60s")
    void aLogIsReadToItsEndOrNamedDamaged(byte[] bytes) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(() -> 7);
        byte[] content = sealed(bytes);
        try (DiskFile file = disk.create(SETTINGS.path(1), SEGMENT_BYTES)) {
            file.write(0, ByteBuffer.wrap(SegmentHeader.encode(SETTINGS.partition(), 1)));
            int length = Math.min(content.length, SEGMENT_BYTES - SegmentHeader.BYTES);
            file.write(SegmentHeader.BYTES, ByteBuffer.wrap(content, 0, length));
        }
        long[] frames = new long[1];
        try (LogRecovery recovery = new LogRecovery(disk, SETTINGS, 0, LogStart.BEGINNING)) {
            while (recovery.step((header, payload, place) -> frames[0]++)) {
                assertTrue(recovery.bytesRead() <= SEGMENT_BYTES);
            }
            assertEquals(frames[0], recovery.end().index());
        } catch (DamagedLogException declared) {
            assertTrue(declared.getMessage().contains("at offset"));
        }
    }

    private static void frame(byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < Math.min(bytes.length, FrameHeader.BYTES); at++) {
            int room = bytes.length - at;
            FrameHeader.read(source, at)
                    .ifPresent(header -> assertTrue(header.length() <= room, header.toString()));
        }
    }

    /** The same bytes as one frame: its length and its checksum are right. */
    private static byte[] sealed(byte[] bytes) {
        byte[] whole = Arrays.copyOf(bytes, FrameHeader.lengthFor(bytes.length));
        ByteBuffer frame = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C crc = new CRC32C();
        crc.update(whole, Long.BYTES, whole.length - Long.BYTES);
        frame.putInt(whole.length).putInt((int) crc.getValue());
        return whole;
    }
}
