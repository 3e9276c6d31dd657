package io.windlass.edge.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedFilesTest {
    private static final int LARGE = 3 * UsedFiles.LARGE_BYTES + 77;

    @TempDir Path root;

    @Test
    void aLargeFileThatWasDeletedIsWrittenOver() throws IOException {
        try (FileDisk disk = FileDisk.open(root)) {
            // given
            disk.replace("parts/1", filled(LARGE, 1));
            Object first = Files.getAttribute(root.resolve("parts/1"), "unix:ino");
            disk.delete("parts/1");
            assertEquals(List.of(), disk.list("parts"));
            assertFalse(disk.read("parts/1").isPresent());
            // when
            byte[] shorter = filled(2 * UsedFiles.LARGE_BYTES + 5, 2);
            disk.replace("parts/2", shorter);
            // then
            assertArrayEquals(shorter, disk.read("parts/2").orElseThrow());
            assertEquals(first, Files.getAttribute(root.resolve("parts/2"), "unix:ino"));
        }
    }

    @Test
    void aLongerFileGrowsBehindTheOldOne() throws IOException {
        try (FileDisk disk = FileDisk.open(root)) {
            disk.replace("parts/1", filled(LARGE, 1));
            disk.delete("parts/1");
            byte[] longer = filled(2 * LARGE, 2);
            disk.replace("parts/2", longer);
            assertArrayEquals(longer, disk.read("parts/2").orElseThrow());
        }
    }

    @Test
    void aSmallFileIsRemoved() throws IOException {
        try (FileDisk disk = FileDisk.open(root)) {
            disk.replace("parts/1", filled(100, 1));
            disk.delete("parts/1");
            assertEquals(List.of(), FileNames.filesIn(FileNames.used(root)));
        }
    }

    @Test
    void noMoreIsKeptThanItsBound() throws IOException {
        UsedFiles used = new UsedFiles(root);
        Path file = root.resolve("file");
        int kept = 0;
        for (int i = 0; i < 5; i++) {
            Files.write(file, new byte[0]);
            try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(100L << 20);
            }
            kept += used.keep(file) ? 1 : 0;
        }
        assertEquals(2, kept);
        used.clear();
        assertEquals(List.of(), FileNames.filesIn(FileNames.used(root)));
        assertFalse(used.moveTo(file));
    }

    @Test
    void whatAnEarlierProcessKeptIsRemoved() throws IOException {
        try (FileDisk disk = FileDisk.open(root)) {
            disk.replace("parts/1", filled(LARGE, 1));
            disk.delete("parts/1");
            assertEquals(1, FileNames.filesIn(FileNames.used(root)).size());
        }
        try (FileDisk disk = FileDisk.open(root)) {
            assertTrue(disk.list("parts").isEmpty());
            assertEquals(Collections.emptyList(), FileNames.filesIn(FileNames.used(root)));
        }
    }

    private static byte[] filled(int bytes, int value) {
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) value);
        return content;
    }
}
