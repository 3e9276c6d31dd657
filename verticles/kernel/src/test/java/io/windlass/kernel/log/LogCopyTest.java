package io.windlass.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.log.LogCopy.Bounds;
import io.windlass.kernel.port.ReadableDisk;
import io.windlass.kernel.simulation.MemoryTarget;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a copy takes of a log, and what it refuses. */
class LogCopyTest {
    private static final int PAYLOAD = 40;
    private static final int FRAME = FrameHeader.lengthFor(PAYLOAD);
    private static final int FIRST = SegmentHeader.BYTES;
    private static final String SEGMENT = SmallLog.SETTINGS.path(1);

    private final MemoryTarget target = new MemoryTarget();

    @Test
    void aCopyEndsWithTheFrameOfTheHintAndRecovers() throws IOException {
        SmallLog log = new SmallLog().append(1, 6, PAYLOAD);
        LogCopy copy = copy(log.disk, upTo(4));
        assertEquals(4, copy.index());
        assertEquals(8, copy.sequence());
        assertEquals(FIRST + 4 * FRAME, target.content(SEGMENT).length);
        assertEquals(indexes(4), new SmallLog(target.disk()).recover(4).indexes());
    }

    @Test
    void aTornTailAboveTheHintIsNoneOfItsBusiness() throws IOException {
        SmallLog log = new SmallLog().append(1, 4, PAYLOAD);
        log.overwrite(1, FIRST + 3 * FRAME + 5, (byte) 77);
        copy(log.disk, upTo(3));
        assertEquals(FIRST + 3 * FRAME, target.content(SEGMENT).length);
    }

    @Test
    void damageUpToTheHintIsRefusedWithItsFileAndPlace() throws IOException {
        for (int at = FIRST; at < FIRST + 3 * FRAME; at++) {
            SmallLog log = new SmallLog().append(1, 4, PAYLOAD);
            log.overwrite(1, at, (byte) (log.segment(1)[at] ^ 0x40));
            DamagedLogException damage =
                    assertThrows(DamagedLogException.class, () -> copy(log.disk, upTo(3)));
            long offset = FIRST + (long) (at - FIRST) / FRAME * FRAME;
            assertTrue(damage.getMessage().contains(SEGMENT), damage.getMessage());
            assertTrue(damage.getMessage().contains("at offset " + offset), damage.getMessage());
        }
    }

    @Test
    void aLogThatEndsBelowTheHintIsRefused() throws IOException {
        SmallLog log = new SmallLog().append(1, 4, PAYLOAD);
        assertThrows(DamagedLogException.class, () -> copy(log.disk, upTo(5)));
        assertThrows(DamagedLogException.class, () -> copy(new SmallLog().disk, upTo(1)));
    }

    @Test
    void aSegmentOfAnUnknownFormatIsNamedSo() throws IOException {
        SmallLog log = new SmallLog().append(1, 4, PAYLOAD);
        log.overwrite(1, 8, (byte) 9);
        DamagedLogException refused =
                assertThrows(DamagedLogException.class, () -> copy(log.disk, upTo(4)));
        assertTrue(refused.getMessage().contains("format, 9, is unknown"), refused.getMessage());
    }

    @Test
    void manySegmentsAreCopiedWithoutTheirZerosAndTheLogGoesOnBehindThem() throws IOException {
        SmallLog log = new SmallLog().append(1, 100, 300);
        copy(log.disk, upTo(95));
        for (String path : target.paths()) {
            assertTrue(target.content(path).length < SmallLog.SEGMENT_BYTES, path);
        }
        SmallLog restored = new SmallLog(target.disk());
        assertEquals(indexes(95), restored.recover(95).indexes());
        restored.append(96, 130, 300);
        assertEquals(indexes(130), restored.recover(130).indexes());
    }

    @Test
    void aCopyGoesOnWhereItWas() throws IOException {
        SmallLog log = new SmallLog().append(1, 100, 300);
        for (long first = 1; first <= 100; first += 7) {
            MemoryTarget steps = new MemoryTarget();
            LogCopy copy = new LogCopy(log.disk, SmallLog.SETTINGS, steps, block());
            copy.until(upTo(first), at -> {});
            copy.until(upTo(100), at -> {});
            assertEquals(200, copy.sequence());
            assertEquals(indexes(100), new SmallLog(steps.disk()).recover(100).indexes());
        }
    }

    @Test
    void aLogThatGrowsByWholeSegmentsMeanwhileIsCopiedToTheBounds() throws IOException {
        SmallLog log = new SmallLog().append(1, 50, 300);
        LogCopy copy = new LogCopy(log.disk, SmallLog.SETTINGS, target, block());
        long[] last = {50};
        copy.until(upTo(45), at -> log.appendUnchecked(last[0] + 1, last[0] += 15));
        assertEquals(45, copy.index());
        assertTrue(last[0] > 120, "the log has grown to " + last[0]);
        copy.until(upTo(110), at -> {});
        assertEquals(indexes(110), new SmallLog(target.disk()).recover(110).indexes());
    }

    @Test
    void framesOfALaterTermOrMomentStayBehind() throws IOException {
        SmallLog log = new SmallLog().append(1, 40, 300);
        long fifth = SmallLog.frame(5, 300).timeNanos();
        assertEquals(5, copy(log.disk, new Bounds(40, 1, fifth)).index());
        assertEquals(0, copy(log.disk, new Bounds(40, 0, Long.MAX_VALUE)).index());
    }

    @Test
    void nothingCommittedIsNothingCopied() throws IOException {
        copy(new SmallLog().disk, upTo(0));
        assertEquals(Set.of(), target.paths());
    }

    @Test
    void theHintOfARunningNodeIsReadBesideIt() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(() -> 0);
        assertEquals(0, CommitHint.look(disk, "log"));
        try (CommitHint hint = CommitHint.open(disk, "log")) {
            for (long index = 1; index <= 5; index++) {
                hint.write(index);
                assertEquals(index, CommitHint.look(disk, "log"));
            }
        }
        target.append(CommitHint.path("log"), ByteBuffer.wrap(CommitHint.file(17)));
        try (CommitHint hint = CommitHint.open(target.disk(), "log")) {
            assertEquals(17, hint.read());
            assertFalse(target.paths().isEmpty());
        }
    }

    private LogCopy copy(ReadableDisk disk, Bounds bounds) throws IOException {
        LogCopy copy = new LogCopy(disk, SmallLog.SETTINGS, target, block());
        copy.until(bounds, at -> {});
        return copy;
    }

    private static ByteBuffer block() {
        return ByteBuffer.allocateDirect(2 * SmallLog.FRAME_BYTES_MAX);
    }

    private static Bounds upTo(long index) {
        return new Bounds(index, 1, Long.MAX_VALUE);
    }

    private static List<Long> indexes(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
