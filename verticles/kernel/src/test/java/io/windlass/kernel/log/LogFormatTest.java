package io.windlass.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bytes that are on the disks of others. */
class LogFormatTest {
    private static final FrameHeader HEADER =
            new FrameHeader(
                    FrameHeader.lengthFor(5),
                    FrameHeader.Kind.EVENTS,
                    3,
                    4,
                    2,
                    0x1112131415161718L,
                    0x2122232425262728L,
                    0x3132333435363738L,
                    0x4142434445464748L);

    @Test
    void theHeadOfAFrameIsWhatItAlwaysWas() throws IOException {
        Golden.check("frame.hex", encoded().array());
    }

    @Test
    void aSegmentOfThreeFramesIsWhatItAlwaysWas() throws IOException {
        byte[] segment = new SmallLog().append(1, 3, 5).segment(1);
        Golden.check("segment.hex", Arrays.copyOf(segment, 256 + 8));
    }

    @Test
    void aFrameIsReadAsItWasWritten() {
        assertEquals(Optional.of(HEADER), FrameHeader.read(encoded(), 0));
    }

    @Test
    void aFrameWithAnyByteChangedIsNoFrame() {
        for (int at = 0; at < HEADER.length(); at++) {
            ByteBuffer bytes = encoded();
            bytes.put(at, (byte) (bytes.get(at) ^ 0x10));
            assertTrue(FrameHeader.read(bytes, 0).isEmpty(), "byte " + at);
        }
    }

    @Test
    void aTornHintLeavesTheOtherSlot() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(() -> 0);
        try (CommitHint hint = CommitHint.open(disk, "log")) {
            hint.read();
            hint.write(7);
            hint.write(8);
        }
        try (CommitHint hint = CommitHint.open(disk, "log")) {
            assertEquals(8, hint.read());
            hint.write(9);
        }
        try (var file = disk.open("log/commit-hint")) {
            file.write(3, ByteBuffer.wrap(new byte[] {1}));
        }
        try (CommitHint hint = CommitHint.open(disk, "log")) {
            assertEquals(8, hint.read(), "the older slot was overwritten, the newer one is whole");
        }
    }

    private static ByteBuffer encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER.length()).order(ByteOrder.LITTLE_ENDIAN);
        HEADER.write(bytes, new byte[] {1, 2, 3, 4, 5});
        return bytes.flip();
    }
}
