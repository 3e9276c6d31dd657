package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Makes system calls of a running server fail, with strace. */
final class Tracer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;

    private Tracer(Process process) {
        this.process = process;
    }

    /** Skips the test, with the reason, where processes cannot be traced. */
    static void assumeHere(Path scratch) throws IOException, InterruptedException {
        Path output = scratch.resolve("strace.probe");
        try {
            Process probe =
                    new ProcessBuilder("strace", "-f", "-e", "trace=fdatasync", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            boolean ended = probe.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assumeTrue(
                    ended && probe.exitValue() == 0,
                    () -> "strace may not trace here, so no disk can be made to fail");
        } catch (IOException e) {
            assumeTrue(false, "strace is not installed, so no disk can be made to fail");
        }
    }

    /** From when this returns on, every such call of the process fails with EIO. */
    static Tracer failing(String calls, long pid, Path scratch) throws IOException {
        Path output = scratch.resolve("strace.output");
        Process process =
                new ProcessBuilder(
                                "strace",
                                "-f",
                                "-p",
                                Long.toString(pid),
                                "-e",
                                "trace=" + calls,
                                "-e",
                                "inject=" + calls + ":error=EIO")
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        while (!Files.readString(output).contains(" attached")) {
            assertTrue(process.isAlive(), () -> "strace ended, see " + output);
        }
        return new Tracer(process);
    }

    boolean isAttached() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
