package io.windlass.edge.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SegmentFileTest {
    private static final long STEP = ZeroFill.STEP_BYTES;

    @TempDir Path directory;

    private FaultyChannel channel;
    private SegmentFile file;

    /** A file of three steps of which the first is filled. */
    @BeforeEach
    void open() throws IOException {
        Path full = directory.resolve("1");
        Path filling = FileNames.filling(full, 3 * STEP);
        Files.write(filling, new byte[(int) STEP]);
        channel =
                new FaultyChannel(
                        FileChannel.open(
                                filling, StandardOpenOption.READ, StandardOpenOption.WRITE));
        file =
                new SegmentFile(
                        PageChannel.cached(channel),
                        new ZeroFill.Extent(STEP, 3 * STEP),
                        filling,
                        full,
                        () -> {});
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    private void write(long offset) throws IOException {
        file.write(offset, ByteBuffer.wrap(new byte[] {1}));
    }

    private void everythingFailsBecauseOf(IOException first) {
        int calls = channel.calls();
        for (Executable call : new Executable[] {() -> write(0), file::sync, () -> write(STEP)}) {
            assertSame(first, assertThrows(IOException.class, call).getCause());
        }
        assertEquals(calls, channel.calls());
    }

    @Test
    void aFailedSyncIsNeverTriedAgain() throws IOException {
        write(0);
        channel.failNextSync();
        everythingFailsBecauseOf(assertThrows(IOException.class, file::sync));
    }

    @Test
    void aFailedWriteIsNeverTriedAgain() {
        channel.failNextWrite();
        everythingFailsBecauseOf(assertThrows(IOException.class, () -> write(0)));
    }

    @Test
    void aFillingThatFindsNoSpaceFailsTheWriteThatWaitsForIt() {
        channel.failNextWrite();
        everythingFailsBecauseOf(assertThrows(IOException.class, () -> write(STEP)));
    }

    @Test
    void aFillingThatFoundNoSpaceIsTriedAgainByTheWriteThatNeedsIt() throws IOException {
        channel.failNextWrite();
        assertThrows(IOException.class, file.fill()::step);
        write(STEP - 1);
        file.sync();
        write(STEP);
    }

    @Test
    void preparingWithoutSpaceSaysSoAndHarmsNothing() throws IOException {
        channel.failNextWrite();
        assertFalse(file.prepare(2 * STEP));
        write(STEP - 1);
        assertTrue(file.prepare(2 * STEP));
        assertEquals(2 * STEP, file.fill().filled());
        write(2 * STEP - 1);
    }

    @Test
    void aFillingWhoseSyncFailedFailsTheWriterToo() {
        channel.failNextSync();
        everythingFailsBecauseOf(assertThrows(IOException.class, file.fill()::step));
    }

    @Test
    @Timeout(60)
    void aClosedMappingIsUnmapped() throws IOException {
        file.readMapped(0, ByteBuffer.allocate(1));
        assertTrue(isMapped());
        file.close();
        // Chronicle unmaps on a thread of its own.
        while (isMapped()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void aMappingOutlivesTheChangeOfNameWhenTheFileIsFull() throws IOException {
        ByteBuffer target = ByteBuffer.allocate(1);
        file.readMapped(0, target);
        write(3 * STEP - 1);
        file.readMapped(3 * STEP - 1, target.clear());
        assertEquals(1, target.get(0));
        assertFalse(Files.exists(FileNames.filling(directory.resolve("1"), 3 * STEP)));
    }

    private boolean isMapped() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.anyMatch(line -> line.contains(directory.toString()));
        }
    }
}
