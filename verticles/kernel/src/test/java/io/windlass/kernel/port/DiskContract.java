package io.windlass.kernel.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.check.Invariant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of {@link Disk} and {@link DiskFile} that hold without a crash. */
public abstract class DiskContract {
    private static final int SIZE = 1 << 20;

    /** The disk under test, empty at the start of each test. */
    protected abstract Disk disk();

    @Test
    void aCreatedFileIsZerosToItsEnd() throws IOException {
        try (DiskFile file = disk().create("log/1", SIZE + 777)) {
            assertEquals(SIZE + 777, file.bytes());
            assertArrayEquals(new byte[SIZE + 777], read(file, 0, SIZE + 777));
            assertArrayEquals(new byte[SIZE + 777], readMapped(file, 0, SIZE + 777));
        }
    }

    @Test
    void aFileOfOneByteIsAFile() throws IOException {
        try (DiskFile file = disk().create("one", 1)) {
            file.write(0, ByteBuffer.wrap(new byte[] {7}));
            assertArrayEquals(new byte[] {7}, readMapped(file, 0, 1));
        }
    }

    @Test
    void aReaderSeesWhatTheWriterOfTheSameFileWrote() throws IOException {
        try (DiskFile file = disk().create("log/1", SIZE);
                DiskReader reader = disk().reader("log/1")) {
            file.write(100, ByteBuffer.wrap(bytes("hello")));
            ByteBuffer target = ByteBuffer.allocate(5);
            assertEquals(5, reader.read(100, target));
            assertArrayEquals(bytes("hello"), target.array());
            file.write(102, ByteBuffer.wrap(bytes("LL")));
            assertEquals(5, reader.readMapped(100, target.clear()));
            assertArrayEquals(bytes("heLLo"), target.array());
        }
    }

    @Test
    void aReaderOfAMissingFileIsAnError() {
        assertThrows(IOException.class, () -> disk().reader("log/1"));
    }

    @Test
    void creatingAnExistingFileFails() throws IOException {
        disk().create("log/1", SIZE).close();
        disk().replace("hint", bytes("x"));
        assertThrows(IOException.class, () -> disk().create("log/1", SIZE));
        assertThrows(IOException.class, () -> disk().create("hint", SIZE));
    }

    @Test
    void aWriteIsReadBeforeAnySync() throws IOException {
        try (DiskFile file = disk().create("log/1", SIZE)) {
            file.write(100, ByteBuffer.wrap(bytes("hello")));
            assertArrayEquals(bytes("hello"), read(file, 100, 5));
            assertArrayEquals(bytes("hello"), readMapped(file, 100, 5));
            file.write(102, ByteBuffer.wrap(bytes("LL")));
            assertArrayEquals(bytes("heLLo"), readMapped(file, 100, 5));
            assertArrayEquals(new byte[100], readMapped(file, 0, 100));
        }
    }

    @Test
    void aWriteOfManyPagesFromAnyOffsetIsReadBack() throws IOException {
        byte[] data = pattern(300_001);
        try (DiskFile file = disk().create("log/1", SIZE)) {
            file.write(511, ByteBuffer.wrap(data));
            assertArrayEquals(data, read(file, 511, data.length));
            assertArrayEquals(data, readMapped(file, 511, data.length));
        }
    }

    @Test
    void aWriteTakesWhatRemainsOfADirectBuffer() throws IOException {
        ByteBuffer source = ByteBuffer.allocateDirect(16).put(bytes("0123456789")).flip();
        source.position(3).limit(7);
        try (DiskFile file = disk().create("log/1", SIZE)) {
            file.write(0, source);
            assertFalse(source.hasRemaining());
            assertArrayEquals(bytes("3456\0"), readMapped(file, 0, 5));
        }
    }

    @Test
    void aWriteMayEndAtTheEndOfTheFileButNotBehindIt() throws IOException {
        try (DiskFile file = disk().create("log/1", SIZE)) {
            file.write(SIZE - 3, ByteBuffer.wrap(bytes("end")));
            assertArrayEquals(bytes("end"), readMapped(file, SIZE - 3, 3));
            ByteBuffer four = ByteBuffer.allocate(4);
            assertThrows(Invariant.class, () -> file.write(SIZE - 3, four));
            assertThrows(Invariant.class, () -> file.write(-1, four));
        }
    }

    @Test
    void aReadStopsAtTheEndOfTheFile() throws IOException {
        try (DiskFile file = disk().create("log/1", SIZE)) {
            ByteBuffer target = ByteBuffer.allocate(10);
            assertEquals(3, file.read(SIZE - 3, target));
            assertEquals(3, target.position());
            assertEquals(3, file.readMapped(SIZE - 3, target));
            assertEquals(6, target.position());
            assertEquals(0, file.read(SIZE, target));
            assertEquals(0, file.readMapped(SIZE, target));
            assertThrows(Invariant.class, () -> file.read(SIZE + 1, target));
            assertThrows(Invariant.class, () -> file.readMapped(-1, target));
        }
    }

    @Test
    void aReadFillsOnlyWhatRemainsOfItsTarget() throws IOException {
        try (DiskFile file = disk().create("log/1", SIZE)) {
            file.write(0, ByteBuffer.wrap(bytes("abcdef")));
            for (ByteBuffer target :
                    List.of(ByteBuffer.allocate(8), ByteBuffer.allocateDirect(8))) {
                target.put(bytes("--------")).position(2).limit(4);
                assertEquals(2, file.read(1, target));
                target.limit(6);
                assertEquals(2, file.readMapped(3, target));
                assertEquals(6, target.position());
                assertArrayEquals(bytes("--bcde--"), content(target));
                ByteBuffer slice = target.slice(3, 2);
                file.readMapped(0, slice);
                assertArrayEquals(bytes("--babe--"), content(target));
            }
        }
    }

    @Test
    void everyThreadMayRead() throws IOException {
        try (DiskFile file = disk().create("log/1", SIZE)) {
            assertArrayEquals(new byte[3], readMapped(file, 9, 3));
            file.write(9, ByteBuffer.wrap(bytes("abc")));
            for (int thread = 0; thread < 3; thread++) {
                byte[] seen = CompletableFuture.supplyAsync(() -> readMapped(file, 9, 3)).join();
                assertArrayEquals(bytes("abc"), seen);
            }
        }
    }

    @Test
    void aReopenedFileHasItsSizeAndContent() throws IOException {
        try (DiskFile file = disk().create("log/1", SIZE)) {
            file.write(SIZE - 5, ByteBuffer.wrap(bytes("hello")));
            file.sync();
        }
        try (DiskFile file = disk().open("log/1")) {
            assertEquals(SIZE, file.bytes());
            assertArrayEquals(bytes("hello"), read(file, SIZE - 5, 5));
            file.write(0, ByteBuffer.wrap(bytes("again")));
            assertArrayEquals(bytes("again"), readMapped(file, 0, 5));
        }
    }

    @Test
    void openingAMissingFileFails() {
        assertThrows(IOException.class, () -> disk().open("log/1"));
    }

    @Test
    void openingAnOpenFileFails() throws IOException {
        disk().create("log/1", SIZE);
        assertThrows(IOException.class, () -> disk().open("log/1"));
    }

    @Test
    void aClosedFileRefusesEverything() throws IOException {
        DiskFile file = disk().create("log/1", SIZE);
        readMapped(file, 0, 1);
        file.close();
        file.close();
        ByteBuffer buffer = ByteBuffer.allocate(1);
        assertThrows(IOException.class, () -> file.write(0, buffer));
        assertThrows(IOException.class, file::sync);
        assertThrows(IOException.class, () -> file.read(0, buffer));
        assertThrows(IOException.class, () -> file.readMapped(0, buffer));
        assertEquals(SIZE, file.bytes());
    }

    @Test
    void draftIsSeenWhenItIsFinishedAndAsAWhole() throws IOException {
        disk().replace("old/rows", bytes("before"));
        try (DiskDraft draft = disk().draft("old/rows", 8)) {
            draft.append(ByteBuffer.wrap(bytes("one, ")));
            draft.append(ByteBuffer.wrap(bytes("two")));
            assertArrayEquals(bytes("before"), disk().read("old/rows").orElseThrow());
            draft.finish();
        }
        assertArrayEquals(bytes("one, two"), disk().read("old/rows").orElseThrow());
    }

    @Test
    void draftMayBecomeLargerThanExpected() throws IOException {
        byte[] content = new byte[3 * 4_096 + 5];
        new Random(1).nextBytes(content);
        for (long expected : new long[] {0, 1, 5_000, 1 << 24}) {
            try (DiskDraft draft = disk().draft("old/rows", expected)) {
                draft.append(ByteBuffer.wrap(content, 0, 5));
                draft.append(ByteBuffer.wrap(content, 5, content.length - 5));
                draft.finish();
            }
            assertArrayEquals(content, disk().read("old/rows").orElseThrow());
        }
    }

    @Test
    void draftThatIsGivenUpLeavesWhatWasThere() throws IOException {
        disk().replace("old/rows", bytes("before"));
        try (DiskDraft draft = disk().draft("old/rows", 8)) {
            draft.append(ByteBuffer.wrap(bytes("after")));
        }
        assertArrayEquals(bytes("before"), disk().read("old/rows").orElseThrow());
        assertEquals(List.of("rows"), disk().list("old"));
    }

    @Test
    void replacePutsTheWholeContent() throws IOException {
        disk().replace("raft/1/vote", bytes("a long first content"));
        disk().replace("raft/1/vote", bytes("short"));
        assertArrayEquals(bytes("short"), disk().read("raft/1/vote").orElseThrow());
        disk().replace("raft/1/vote", new byte[0]);
        assertArrayEquals(new byte[0], disk().read("raft/1/vote").orElseThrow());
    }

    @Test
    void aMissingFileReadsAsEmpty() throws IOException {
        assertFalse(disk().read("raft/1/vote").isPresent());
    }

    @Test
    void listNamesTheFilesDirectlyInsideInOrder() throws IOException {
        disk().create("log/b", SIZE).close();
        disk().create("log/deep/a", SIZE).close();
        disk().replace("log/c", bytes("c"));
        disk().create("log/a", SIZE).close();
        disk().replace("logs", bytes("x"));
        assertEquals(List.of("a", "b", "c"), disk().list("log"));
        assertEquals(List.of("a"), disk().list("log/deep"));
        assertEquals(List.of("logs"), disk().list(""));
        assertEquals(List.of(), disk().list("none"));
    }

    @Test
    void aDeletedFileIsGoneAndItsNameFree() throws IOException {
        disk().create("log/1", SIZE).close();
        disk().replace("log/2", bytes("x"));
        disk().delete("log/1");
        disk().delete("log/2");
        assertEquals(List.of(), disk().list("log"));
        assertFalse(disk().read("log/2").isPresent());
        try (DiskFile again = disk().create("log/1", SIZE)) {
            assertArrayEquals(new byte[9], read(again, 0, 9));
        }
    }

    @Test
    void deletingAMissingFileDoesNothing() throws IOException {
        disk().delete("log/1");
        disk().delete("none/at/all");
        assertEquals(List.of(), disk().list("log"));
    }

    @Test
    void aPreparedPartCanBeWritten() throws IOException {
        try (DiskFile file = disk().create("log/1", SIZE)) {
            assertTrue(disk().hasRoom(SIZE));
            assertTrue(file.prepare(SIZE));
            file.write(SIZE - 5, ByteBuffer.wrap(bytes("hello")));
            assertArrayEquals(bytes("hello"), read(file, SIZE - 5, 5));
            assertThrows(Invariant.class, () -> file.prepare(SIZE + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/a", "a/", "a//b", "..", "a/../b", ".hidden", "a~b", "a b", "a\\b"})
    void aNameOutsideTheRuleIsABug(String path) {
        assertThrows(Invariant.class, () -> disk().open(path));
        assertThrows(Invariant.class, () -> disk().read(path));
        assertThrows(Invariant.class, () -> disk().delete(path));
        assertThrows(Invariant.class, () -> disk().create(path, 1));
        assertThrows(Invariant.class, () -> disk().replace(path, new byte[1]));
    }

    /** Bytes of a text. */
    protected static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** Bytes that differ from their neighbours and from zero. */
    protected static byte[] pattern(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (1 + i % 251);
        }
        return bytes;
    }

    /** Reads through the channel into a buffer on the heap. */
    protected static byte[] read(DiskFile file, long offset, int count) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(count);
        assertEquals(count, file.read(offset, target));
        return target.array();
    }

    /** Reads through the mapping into a direct buffer. */
    protected static byte[] readMapped(DiskFile file, long offset, int count) {
        ByteBuffer target = ByteBuffer.allocateDirect(count);
        try {
            assertEquals(count, file.readMapped(offset, target));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return content(target);
    }

    private static byte[] content(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.duplicate().clear().get(bytes);
        return bytes;
    }
}
