package io.windlass.edge.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command of the system that changes how the calling thread is scheduled, as {@code taskset} and
 * {@code chrt} of util-linux do. Where there is none, or it may not, the thread runs as before;
 * nothing depends on it.
 */
final class ThreadCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadCommand.class);
    private static final Path THREAD = Path.of("/proc/thread-self");
    private static final int WAIT_SECONDS = 2;

    private ThreadCommand() {}

    /** Runs it with the number of this thread as its last word; true if it succeeded. Waits. */
    static boolean run(String... words) {
        String name = Thread.currentThread().getName();
        String what = String.join(" ", words);
        try {
            List<String> command = new ArrayList<>(List.of(words));
            command.add(Files.readSymbolicLink(THREAD).getFileName().toString());
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean isDone =
                    process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            LOG.info("{}: {}{}", name, isDone ? "" : "not done: ", what);
            return isDone;
        } catch (IOException e) {
            LOG.info("{}: not done: {}: {}", name, what, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
