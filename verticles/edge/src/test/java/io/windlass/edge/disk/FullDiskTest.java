package io.windlass.edge.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.windlass.kernel.port.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system of 24 MiB in memory, which only the superuser can mount. */
class FullDiskTest {
    private static final long MIB = 1 << 20;

    @TempDir Path mount;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", mount.toString());
        assumeTrue(mounted, "needs the right to mount a tmpfs");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", mount.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    @Test
    void createFailsAndGivesBackWhatItTook() throws Exception {
        try (FileDisk disk = FileDisk.open(mount, 1)) {
            disk.create("a", 20 * MIB).close();
            assertThrows(IOException.class, () -> disk.create("b", 20 * MIB));
            assertEquals(List.of("a"), disk.list(""));
            disk.create("small", 4 * MIB).close();
        }
    }

    @Test
    void aWriteBehindTheFillingFailsAndReadsGoOn() throws Exception {
        try (FileDisk disk = FileDisk.open(mount, 1);
                DiskFile file = disk.create("a", 64 * MIB)) {
            file.write(0, ByteBuffer.wrap(new byte[] {5}));
            file.sync();
            ByteBuffer one = ByteBuffer.allocate(1);
            assertThrows(IOException.class, () -> file.write(63 * MIB, one.duplicate()));
            file.readMapped(0, one);
            assertEquals(5, one.get(0));
            file.readMapped(63 * MIB, one.clear());
            assertEquals(0, one.get(0));
        }
    }

    @Test
    void aSpareThatFindsNoSpaceGivesBackWhatItTook() throws Exception {
        try (FileDisk disk = FileDisk.open(mount, 1L << 50)) {
            disk.create("a", 10 * MIB).close();
            disk.awaitFilled();
            assertEquals(1, FileNames.filesIn(FileNames.spares(mount)).size());
            disk.create("b", 10 * MIB).close();
            assertThrows(IOException.class, () -> disk.create("c", 10 * MIB));
            assertEquals(List.of("a", "b"), disk.list(""));
        }
    }
}
