package io.windlass.edge.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds threads to processors, one after the other to each that this process may use: a loop that
 * is moved finds none of its rows in the caches of its next processor.
 *
 * <p>Where the system has no way to do it (Linux has one, by {@code taskset} of util-linux) threads
 * run where the scheduler puts them; nothing depends on it. A thread begins on the processor of the
 * thread that makes it, so only threads are bound that make none. Any thread.
 */
public final class Pinning {
    private static final Logger LOG = LoggerFactory.getLogger(Pinning.class);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path THREAD = Path.of("/proc/thread-self");
    private static final String ALLOWED = "Cpus_allowed_list:";
    private static final int WAIT_SECONDS = 2;

    private final List<Integer> processors;
    private final AtomicInteger next = new AtomicInteger();

    private Pinning(List<Integer> processors) {
        this.processors = processors;
    }

    /** Leaves all threads where they are. */
    public static Pinning off() {
        return new Pinning(List.of());
    }

    /** Binds to the processors that this process may use; to none if nobody knows which. */
    public static Pinning on() {
        try (var lines = Files.lines(STATUS)) {
            return new Pinning(
                    lines.filter(line -> line.startsWith(ALLOWED))
                            .findFirst()
                            .map(line -> numbers(line.substring(ALLOWED.length()).strip()))
                            .orElse(List.of()));
        } catch (IOException e) {
            LOG.info("threads are not bound to processors: {}", e.toString());
            return off();
        }
    }

    /** The numbers of a list like {@code 0-3,8}. */
    static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String[] ends = part.split("-", -1);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Binds the thread that makes this call; returns to which processor. Waits for a process. */
    public Optional<Integer> bind() {
        if (processors.isEmpty()) {
            return Optional.empty();
        }
        int processor = processors.get(next.getAndIncrement() % processors.size());
        String name = Thread.currentThread().getName();
        try {
            String thread = Files.readSymbolicLink(THREAD).getFileName().toString();
            Process taskset =
                    new ProcessBuilder("taskset", "-pc", Integer.toString(processor), thread)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (taskset.waitFor(WAIT_SECONDS, TimeUnit.SECONDS) && taskset.exitValue() == 0) {
                LOG.info("{} runs on processor {}", name, processor);
                return Optional.of(processor);
            }
        } catch (IOException e) {
            LOG.info("{} is not bound to a processor: {}", name, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
