package io.windlass.edge.disk;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskContract;
import io.windlass.kernel.port.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDiskTest extends DiskContract {
    private static final long MIB = 1 << 20;
    private static final long LARGE = FileDisk.FIRST_PART_BYTES + 4 * MIB + 777;

    /** So slow that the background takes one step and then waits longer than any test. */
    private static final long CRAWL = 1;

    private static final long AT_ONCE = 1L << 50;

    @TempDir Path root;

    private FileDisk disk;

    @BeforeEach
    void open() throws IOException {
        disk = FileDisk.open(root, AT_ONCE);
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    @Override
    protected Disk disk() {
        return disk;
    }

    private void reopen(long rate) throws IOException {
        disk.close();
        disk = FileDisk.open(root, rate);
    }

    private static List<String> in(Path directory) throws IOException {
        return FileNames.filesIn(directory).stream()
                .map(path -> path.getFileName().toString())
                .sorted()
                .toList();
    }

    private static void cut(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            channel.truncate(bytes);
        }
    }

    @Test
    void aFileBeingFilledHasItsNameAndSizeAndIsZerosToItsEnd() throws Exception {
        reopen(CRAWL);
        try (DiskFile file = disk.create("log/1", LARGE)) {
            assertEquals(List.of("1~" + LARGE), in(root.resolve("log")));
            assertEquals(List.of("1"), disk.list("log"));
            assertEquals(LARGE, file.bytes());
            assertArrayEquals(new byte[(int) LARGE], read(file, 0, (int) LARGE));
            assertArrayEquals(new byte[(int) LARGE], readMapped(file, 0, (int) LARGE));
            assertThrows(IOException.class, () -> disk.create("log/1", LARGE));
        }
    }

    @Test
    void aWriteBehindTheFillingDrivesIt() throws Exception {
        reopen(CRAWL);
        try (DiskFile file = disk.create("log/1", LARGE)) {
            assertArrayEquals(new byte[5], readMapped(file, LARGE - 5, 5));
            file.write(LARGE - 5, ByteBuffer.wrap(bytes("hello")));
            assertArrayEquals(bytes("hello"), readMapped(file, LARGE - 5, 5));
            assertEquals(List.of("1"), in(root.resolve("log")));
        }
    }

    @Test
    void theBackgroundFillsAFileToItsEnd() throws Exception {
        try (DiskFile file = disk.create("log/1", LARGE)) {
            disk.awaitFilled();
            assertEquals(LARGE, Files.size(root.resolve("log/1")));
            assertArrayEquals(new byte[(int) LARGE], readMapped(file, 0, (int) LARGE));
        }
    }

    @Test
    void anInterruptedFillingGoesOnAndKeepsWhatWasWritten() throws Exception {
        reopen(CRAWL);
        try (DiskFile file = disk.create("log/1", LARGE)) {
            file.write(FileDisk.FIRST_PART_BYTES - 3, ByteBuffer.wrap(bytes("abc")));
            file.sync();
        }
        reopen(CRAWL);
        assertEquals(List.of("1~" + LARGE), in(root.resolve("log")));
        try (DiskFile file = disk.open("log/1")) {
            assertEquals(LARGE, file.bytes());
            assertArrayEquals(bytes("abc\0"), readMapped(file, FileDisk.FIRST_PART_BYTES - 3, 4));
            file.write(LARGE - 1, ByteBuffer.wrap(bytes("z")));
        }
        assertEquals(List.of("1"), in(root.resolve("log")));
        try (DiskFile file = disk.open("log/1")) {
            assertEquals(LARGE, file.bytes());
            assertArrayEquals(bytes("abc\0"), read(file, FileDisk.FIRST_PART_BYTES - 3, 4));
            assertArrayEquals(bytes("z"), read(file, LARGE - 1, 1));
        }
    }

    @Test
    void aFileCutAnywhereInItsFirstFillingIsZerosToItsEnd() throws Exception {
        DiskFile first = disk.create("log/1", LARGE);
        disk.awaitFilled();
        first.close();
        Path full = root.resolve("log/1");
        Path filling = FileNames.filling(full, LARGE);
        for (long length : List.of(0L, 1L, MIB - 1, MIB, 5 * MIB + 4097, LARGE - 1, LARGE)) {
            Files.move(full, filling);
            cut(filling, length);
            try (DiskFile file = disk.open("log/1")) {
                assertEquals(LARGE, file.bytes());
                assertArrayEquals(new byte[(int) LARGE], readMapped(file, 0, (int) LARGE));
                disk.awaitFilled();
                assertArrayEquals(new byte[(int) LARGE], readMapped(file, 0, (int) LARGE));
            }
            assertEquals(List.of("1"), in(root.resolve("log")));
            assertEquals(LARGE, Files.size(full));
        }
    }

    @Test
    void aSegmentTakesASpareByRename() throws Exception {
        disk.create("log/1/a", 2 * MIB).close();
        disk.awaitFilled();
        Path spares = FileNames.spares(root);
        assertEquals(List.of("1~" + 2 * MIB, "2~" + 2 * MIB), in(spares));
        Object spare = Files.getAttribute(spares.resolve("1~" + 2 * MIB), "unix:ino");
        try (DiskFile file = disk.create("log/2/b", 2 * MIB)) {
            assertEquals(spare, Files.getAttribute(root.resolve("log/2/b"), "unix:ino"));
            assertArrayEquals(new byte[(int) (2 * MIB)], readMapped(file, 0, (int) (2 * MIB)));
        }
        disk.awaitFilled();
        assertEquals(List.of("2~" + 2 * MIB, "3~" + 2 * MIB), in(spares));
        assertEquals(List.of("b"), disk.list("log/2"));
        assertEquals(List.of(), disk.list(""));
    }

    @Test
    void sparesOfAnEarlierProcessAreFinishedAndUsed() throws Exception {
        disk.create("log/a", 2 * MIB).close();
        disk.awaitFilled();
        disk.close();
        Path spares = FileNames.spares(root);
        cut(spares.resolve("1~" + 2 * MIB), MIB + 5);
        disk = FileDisk.open(root, AT_ONCE);
        disk.awaitFilled();
        assertEquals(2 * MIB, Files.size(spares.resolve("1~" + 2 * MIB)));
        disk.create("log/b", 2 * MIB).close();
        disk.awaitFilled();
        assertEquals(2, in(spares).size());
        assertTrue(in(spares).contains("3~" + 2 * MIB));
    }

    @Test
    void aSmallFileLeavesNoSpares() throws Exception {
        disk.create("hint", 4096).close();
        disk.awaitFilled();
        assertEquals(List.of(), in(FileNames.spares(root)));
    }

    @Test
    void aDirectoryIsOpenedOnce() throws IOException {
        for (int attempt = 0; attempt < 2; attempt++) {
            IOException refused = assertThrows(IOException.class, () -> FileDisk.open(root));
            assertTrue(refused.getMessage().contains(root.toRealPath().toString()));
        }
        reopen(AT_ONCE);
    }

    @Test
    void aTemporaryFileLeftByACrashIsNoObstacle() throws IOException {
        Files.write(FileNames.temporary(root.resolve("vote")), pattern(99));
        assertEquals(List.of(), disk.list(""));
        disk.replace("vote", bytes("x"));
        assertEquals(List.of("vote"), disk.list(""));
        assertArrayEquals(bytes("x"), disk.read("vote").orElseThrow());
    }

    @Test
    void anInterruptHarmsNoFile() throws IOException {
        try (DiskFile file = disk.create("log/1", MIB)) {
            Thread.currentThread().interrupt();
            read(file, 0, 10);
            readMapped(file, 0, 10);
            file.write(0, ByteBuffer.wrap(bytes("x")));
            disk.replace("vote", bytes("x"));
            assertTrue(Thread.interrupted());
            file.sync();
        }
    }

    @Test
    void closingTheDiskClosesItsFiles() throws IOException {
        DiskFile file = disk.create("log/1", MIB);
        disk.close();
        assertThrows(IOException.class, file::sync);
        disk = FileDisk.open(root, AT_ONCE);
        disk.open("log/1").close();
        assertFalse(disk.list("log").isEmpty());
    }
}
