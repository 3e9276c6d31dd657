package io.windlass.kernel.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.port.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What recovery makes of a log that was cut, damaged, or is not all there. */
class LogRecoveryTest {
    private static final int PAYLOAD = 40;
    private static final int FRAME = FrameHeader.lengthFor(PAYLOAD);
    private static final int FIRST = SegmentHeader.BYTES;

    @Test
    void anEmptyDirectoryIsAnEmptyLog() throws IOException {
        assertEquals(new LogEnd(0, 0, 0, 0), new SmallLog().recover(0).end());
    }

    @Test
    void aLogCutAtAnyByteEndsWithItsLastWholeFrame() throws IOException {
        for (int cut = FIRST; cut < FIRST + 4 * FRAME; cut++) {
            SmallLog log = new SmallLog().append(1, 4, PAYLOAD);
            log.overwrite(1, cut, new byte[FIRST + 4 * FRAME - cut]);
            int whole = (cut - FIRST) / FRAME;
            SmallLog.Found found = log.recover(0);
            assertEquals(upTo(whole), found.indexes(), "cut at " + cut);
            assertEquals(FIRST + whole * FRAME, found.end().offset());
            assertIsZero(log.segment(1), (int) found.end().offset());
            log.append(whole + 1, whole + 2, PAYLOAD);
            assertEquals(upTo(whole + 2), log.recover(0).indexes());
        }
    }

    @Test
    void aFlippedByteIsDamageBelowTheNewestCommitIndexAndATornTailAboveIt() throws IOException {
        for (int at = 0; at < FIRST + 4 * FRAME; at++) {
            SmallLog log = new SmallLog().append(1, 4, PAYLOAD);
            log.overwrite(1, at, (byte) (log.segment(1)[at] ^ 0x40));
            byte[] before = log.segment(1);
            boolean isLast = at >= FIRST + 3 * FRAME;
            if (isLast) {
                assertEquals(upTo(3), log.recover(0).indexes(), "flipped at " + at);
                continue;
            }
            long offset = at < FIRST ? 0 : FIRST + (long) (at - FIRST) / FRAME * FRAME;
            DamagedLogException damage =
                    assertThrows(DamagedLogException.class, () -> log.recover(0), "at " + at);
            assertTrue(damage.getMessage().contains(SmallLog.SETTINGS.path(1)));
            assertTrue(damage.getMessage().contains("at offset " + offset), damage.getMessage());
            assertTrue(damage.getMessage().contains("Restore this file from a backup"));
            assertArrayEquals(before, log.segment(1), "something was changed on disk");
        }
    }

    @Test
    void aHintMakesDamageOfWhatWouldBeATornTail() throws IOException {
        SmallLog log = new SmallLog().append(1, 4, PAYLOAD);
        log.overwrite(1, FIRST + 3 * FRAME, new byte[FRAME]);
        assertThrows(DamagedLogException.class, () -> log.recover(4));
        assertEquals(upTo(3), log.recover(3).indexes());
    }

    @Test
    void aZeroedFrameInTheMiddleIsDamage() throws IOException {
        SmallLog log = new SmallLog().append(1, 4, PAYLOAD);
        log.overwrite(1, FIRST + FRAME, new byte[FRAME]);
        assertThrows(DamagedLogException.class, () -> log.recover(0));
    }

    @Test
    void staleFramesBehindATornOneNeverComeBack() throws IOException {
        SmallLog log = new SmallLog().append(1, 2, PAYLOAD);
        try (SegmentedLog tail =
                new SegmentedLog(log.disk, SmallLog.SETTINGS, log.recover(0).end())) {
            for (long index = 3; index <= 6; index++) {
                tail.append(SmallLog.frame(index, PAYLOAD, 2), SmallLog.payload(index, PAYLOAD));
            }
            tail.flush();
        }
        log.overwrite(1, FIRST + 2 * FRAME, new byte[8]);
        assertEquals(upTo(2), log.recover(0).indexes());
        log.append(3, 3, PAYLOAD);
        assertEquals(upTo(3), log.recover(0).indexes());
    }

    @Test
    void aLogRollsOverSeveralSegmentsAndIsReadInOrder() throws IOException {
        SmallLog log = new SmallLog().append(1, 100, 300);
        assertTrue(log.disk.list("log").size() >= 8);
        SmallLog.Found found = log.recover(100);
        assertEquals(upTo(100), found.indexes());
        assertEquals(100, found.end().index());
    }

    @Test
    void aMissingSegmentIsDamage() throws IOException {
        int segments = new SmallLog().append(1, 30, 300).disk.list("log").size();
        for (int missing = 0; missing < segments - 1; missing++) {
            SmallLog whole = new SmallLog().append(1, 30, 300);
            SmallLog log = new SmallLog();
            List<String> names = whole.disk.list("log");
            for (int i = 0; i < names.size(); i++) {
                if (i != missing) {
                    copy(whole, log, SegmentHeader.firstIndex(names.get(i)));
                }
            }
            DamagedLogException damage =
                    assertThrows(
                            DamagedLogException.class, () -> log.recover(0), "without " + missing);
            String path = "log/" + names.get(missing);
            assertTrue(damage.getMessage().contains(path), damage.getMessage());
        }
    }

    @Test
    void truncatingAcrossSegmentsLeavesWhatWasBefore() throws IOException {
        for (long from = 1; from <= 30; from++) {
            SmallLog log = new SmallLog().append(1, 30, 300);
            SmallLog.Found found = log.recover(0);
            try (SegmentedLog tail = new SegmentedLog(log.disk, SmallLog.SETTINGS, found.end())) {
                for (int i = 0; i < 30; i++) {
                    tail.track(i + 1, found.places().get(i));
                }
                tail.truncateFrom(from);
                tail.append(SmallLog.frame(from, 100), SmallLog.payload(9, 100));
                tail.flush();
            }
            assertEquals(upTo(from), log.recover(0).indexes(), "truncated from " + from);
        }
    }

    @Test
    void everySequenceIsFoundAgainInAnyOrder() throws IOException {
        SmallLog log = new SmallLog().append(1, 60, 300);
        SmallLog.Found found = log.recover(0);
        History history = new History();
        for (int i = 0; i < 60; i++) {
            history.add(found.frames().get(i).firstSequence(), found.places().get(i));
        }
        List<Long> sequences = new ArrayList<>(upTo(120));
        try (LogReader reader = new LogReader(log.disk, SmallLog.SETTINGS)) {
            assertAreFound(reader, history, sequences);
            Collections.reverse(sequences);
            assertAreFound(reader, history, sequences);
            Collections.shuffle(sequences, new Random(1));
            assertAreFound(reader, history, sequences);
        }
    }

    private static void assertAreFound(LogReader reader, History history, List<Long> sequences)
            throws IOException {
        for (long sequence : sequences) {
            LogReader.Frame frame =
                    reader.read(history.before(sequence), sequence, sequence % 2 == 0);
            assertEquals((sequence + 1) / 2, frame.header().index());
            assertEquals(frame.header().index(), frame.payload()[0]);
        }
    }

    @Test
    void aHistoryWhoseFirstFrameIsDamagedNamesIt() throws IOException {
        SmallLog log = new SmallLog().append(1, 4, PAYLOAD);
        log.overwrite(1, FIRST + 20, (byte) 0x7F);
        History history = new History();
        history.restore(List.of(new History.Begin(1, 1)));
        try (LogReader reader = new LogReader(log.disk, SmallLog.SETTINGS)) {
            DamagedLogException damage =
                    assertThrows(
                            DamagedLogException.class,
                            () -> reader.read(history.before(3), 3, false));
            assertTrue(damage.getMessage().contains("at offset " + FIRST), damage.getMessage());
        }
    }

    private static void copy(SmallLog from, SmallLog to, long segment) throws IOException {
        try (DiskFile file =
                to.disk.create(SmallLog.SETTINGS.path(segment), SmallLog.SEGMENT_BYTES)) {
            file.write(0, ByteBuffer.wrap(from.segment(segment)));
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void assertIsZero(byte[] segment, int from) {
        for (int at = from; at < segment.length; at++) {
            assertEquals(0, segment[at], "byte " + at);
        }
    }
}
