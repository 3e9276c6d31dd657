package io.windlass.perf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What HotSpot writes of its safepoints ({@code -Xlog:safepoint}), a line for each:
 *
 * <pre>
 *   [1763835000123ms] Safepoint "G1CollectForAllocation", Time since last: 4 ns,
 *                     Reaching safepoint: 3 ns, ... At safepoint: 9 ns, ... Total: 12 ns
 * </pre>
 */
final class SafepointLog {
    private static final String NAME = "safepoints.log";
    private static final Pattern LINE =
            Pattern.compile("\\[(\\d+)ms\\] Safepoint \"([^\"]+)\".* Total: +(\\d+) ns.*");

    private SafepointLog() {}

    /**
     * A time in which no thread of Java ran.
     *
     * @param endMillis when it was over, as {@code currentTimeMillis} counts
     * @param nanos how long it took to stop all threads, and how long they stood
     * @param why the operation of the machine
     */
    record Stop(long endMillis, long nanos, String why) {}

    /** The option that has a machine write into a directory, on a thread beside the others. */
    static List<String> options(Path directory) {
        return List.of(
                "-Xlog:async",
                "-Xlog:safepoint=info:file=" + directory.resolve(NAME) + ":timemillis:filecount=0");
    }

    /** What was written until now; none if nothing was. */
    static List<Stop> read(Path directory) {
        try (Stream<String> lines = Files.lines(directory.resolve(NAME))) {
            return lines.flatMap(line -> stop(line).stream()).toList();
        } catch (IOException e) {
            throw new BenchException("the node has written nothing of its safepoints", e);
        }
    }

    private static Optional<Stop> stop(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(
                        new Stop(
                                Long.parseLong(parts.group(1)),
                                Long.parseLong(parts.group(3)),
                                parts.group(2)))
                : Optional.empty();
    }
}
