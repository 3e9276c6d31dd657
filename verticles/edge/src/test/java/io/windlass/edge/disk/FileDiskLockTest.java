package io.windlass.edge.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDiskLockTest {
    @TempDir Path root;

    /** The other process. */
    public static final class Other {
        private Other() {}

        /** Prints what became of the attempt to take the lock of the directory given. */
        public static void main(String[] args) {
            try {
                DirectoryLock.take(Path.of(args[0]));
                System.out.println("taken");
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private String other() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                root.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertEquals(0, process.waitFor());
        return said;
    }

    @Test
    void aSecondProcessIsRefusedByName() throws Exception {
        try (FileDisk disk = FileDisk.open(root)) {
            String said = other();
            assertTrue(said.contains(root.toRealPath() + " is in use"), said);
            assertTrue(disk.list("").isEmpty());
        }
        assertEquals("taken", other());
    }
}
