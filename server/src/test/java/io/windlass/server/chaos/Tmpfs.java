package io.windlass.server.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small file system in memory, which only the superuser can mount. */
record Tmpfs(Path mount) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    /** Mounts one of so many MiB over an empty directory, or skips the test with the reason. */
    static Tmpfs of(Path mount, int mebibytes) {
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", size(mebibytes), "tmpfs", mount.toString());
        assumeTrue(mounted, "a tmpfs may not be mounted here, so no disk can be made full");
        return new Tmpfs(mount);
    }

    /** Makes it larger or smaller. */
    void resize(int mebibytes) {
        assertTrue(run("mount", "-o", "remount," + size(mebibytes), mount.toString()));
    }

    @Override
    public void close() {
        run("umount", "-l", mount.toString());
    }

    private static String size(int mebibytes) {
        return "size=" + mebibytes + "m";
    }

    private static boolean run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
