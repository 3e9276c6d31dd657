package io.windlass.server.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code scripts/chaos}. Exit codes: 0 nothing was found, 1 something was, 2 wrong arguments. */
public final class ChaosMain {
    private static final String USAGE =
            """
            usage: scripts/chaos [--nodes 1] [--cycles N] [--seed S]
            Kills a node under load N times (20); looks each time whether every answer stands.""";
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Map<String, Long> options;
    private final boolean terminal = Boolean.getBoolean("terminal");

    private ChaosMain(Map<String, Long> options) {
        this.options = options;
    }

    /** Runs the cycles and prints {@code cycles=N lost=0 doubled=0 ...} last. */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        Optional<Map<String, Long>> options = options(arguments);
        if (options.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        System.exit(new ChaosMain(options.orElseThrow()).run() ? 0 : 1);
    }

    private static Optional<Map<String, Long>> options(String[] arguments) {
        Map<String, Long> options = new HashMap<>(Map.of("--nodes", 1L, "--cycles", 20L));
        options.put("--seed", System.nanoTime() % 1_000_000);
        for (int i = 0; i < arguments.length; i += 2) {
            boolean isNumber = i + 1 < arguments.length && arguments[i + 1].matches("[0-9]{1,9}");
            if (!options.containsKey(arguments[i]) || !isNumber) {
                return Optional.empty();
            }
            options.put(arguments[i], Long.parseLong(arguments[i + 1]));
        }
        return options.get("--nodes") == 1 ? Optional.of(options) : Optional.empty();
    }

    private boolean run() throws IOException {
        System.out.printf(
                "date=%s commit=%s processors=%d jdk=%s%n",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("commit", "unknown"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        long start = System.nanoTime();
        long seed = options.get("--seed");
        int cycles = Math.toIntExact(options.get("--cycles"));
        Path data = Files.createTempDirectory("windlass-chaos-");
        Chaos chaos = new Chaos(data, seed);
        boolean ran = false;
        try {
            chaos.run(cycles, done -> progress(done, cycles));
            ran = true;
        } catch (Exception | AssertionError e) {
            say(e.getMessage());
        }
        chaos.findings().forEach(finding -> say(finding.toString()));
        long seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        String summary = Summary.of(chaos);
        boolean passed = ran && chaos.findings().isEmpty();
        if (passed) {
            remove(data);
        } else {
            say("the data directory is kept: " + data);
        }
        clearLine();
        System.out.println(summary + " nodes=1 seed=" + seed + " seconds=" + seconds);
        return passed;
    }

    private void progress(Chaos chaos, int cycles) {
        if (terminal) {
            List<Long> restarts = chaos.restartMillis();
            clearLine();
            System.err.printf(
                    "cycle %d of %d: %d answers stand, restarted in %d ms",
                    restarts.size(), cycles, chaos.answers(), restarts.get(restarts.size() - 1));
        }
    }

    private void say(String line) {
        clearLine();
        System.err.println(line);
    }

    private void clearLine() {
        if (terminal) {
            System.err.print("\r\033[K");
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
