package io.windlass.perf.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was promised, beside what was measured. */
final class Goals {
    static final List<String> HEAD =
            List.of(
                    "what",
                    "floor",
                    "goal",
                    "median",
                    "min - max",
                    "",
                    "CPU s a million: node",
                    "client");

    private static final String RATE = "transfers_per_s";
    private static final double MICROS_PER_MILLI = 1e3;

    private static final List<Goal> ALL =
            List.of(
                    rate("binary8192", "batches of 8,192, a second", 1_000_000, 1_500_000),
                    rate(
                            "binary8192-25",
                            "batches of 8,192 on JDK 25, a second",
                            1_000_000,
                            1_500_000),
                    rate("binaryhot", "one account in all of them, a second", 800_000, 1_200_000),
                    rate("binary64", "batches of 64, 16 connections, a second", 500_000, 700_000),
                    rate("binary1024", "single, 1,024 in flight, a second", 250_000, 400_000),
                    above(
                            "binaryone",
                            "one client, one at a time: p50 above fdatasync p50, ms",
                            "p50_us",
                            "fdatasync_p50_us",
                            new Bounds(0.3, 0.15)),
                    above(
                            "binaryhalf",
                            "batches of 64 at half the peak: p99.9 above fdatasync p99.9, ms",
                            "p999_us",
                            "fdatasync_paced_p999_us",
                            new Bounds(10, 5)),
                    above(
                            "binaryhalf",
                            "the same above fdatasync p99.9 one right after the other, ms",
                            "p999_us",
                            "fdatasync_p999_us",
                            new Bounds(10, 5)),
                    new Goal(
                            "seen",
                            "1,000,000 accounts, 50 million ids already seen, a second",
                            output ->
                                    number(output, RATE)
                                            .filter(rate -> isAtLeast(output, "accounts", 1e6))
                                            .filter(rate -> isAtLeast(output, "seen", 50e6)),
                            new Bounds(700_000, 1_000_000)),
                    new Goal(
                            "pauses",
                            "longest pause in 10 minutes at half the peak, snapshots included, ms",
                            output ->
                                    number(output, "longest_pause_ms")
                                            .filter(ms -> isAtLeast(output, "seconds", 600))
                                            .filter(ms -> isAtLeast(output, "snapshots", 1))
                                            .filter(ms -> isAtLeast(output, "sealed_files", 1)),
                            new Bounds(50, 20)),
                    rate("batch", "JSON batches of 1,000, a second", 400_000, 600_000),
                    new Goal(
                            "binary64",
                            "bytes in the log for a transfer",
                            output -> number(output, "bytes_per_transfer"),
                            new Bounds(160, 128)));

    private Goals() {}

    /**
     * One promise.
     *
     * @param file the step that it is measured by
     * @param title what readers are told it is
     * @param value the figure of a round
     * @param bounds what it is held against
     */
    private record Goal(
            String file,
            String title,
            Function<Map<String, String>, Optional<Double>> value,
            Bounds bounds) {

        List<String> row(Rounds rounds) {
            List<Double> values =
                    rounds.outputs().stream()
                            .flatMap(output -> value.apply(output).stream())
                            .sorted()
                            .toList();
            if (values.isEmpty()) {
                return List.of();
            }
            double median = values.get(values.size() / 2);
            return List.of(
                    title,
                    shown(bounds.floor),
                    shown(bounds.goal),
                    shown(median),
                    shown(values.get(0)) + " - " + shown(values.get(values.size() - 1)),
                    bounds.word(median),
                    hundredths(rounds.median("server_cpu_s_per_million")),
                    hundredths(rounds.median("client_cpu_s_per_million")));
        }
    }

    /**
     * What a figure is held against; where the goal is less than the floor, less is better.
     *
     * @param floor what it has to reach
     * @param goal what it shall reach
     */
    private record Bounds(double floor, double goal) {
        String word(double value) {
            double sign = Math.signum(goal - floor);
            if (sign * (value - goal) >= 0) {
                return "goal";
            }
            return sign * (value - floor) >= 0 ? "floor" : "missed";
        }
    }

    /** The rows of those that were measured. */
    static List<List<String>> rows(List<Rounds> all) {
        return ALL.stream()
                .map(goal -> Tables.find(all, goal.file()).map(goal::row).orElse(List.of()))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static Goal rate(String file, String title, double floor, double goal) {
        return new Goal(file, title, output -> number(output, RATE), new Bounds(floor, goal));
    }

    /** How much one time is above another one of the same round, in milliseconds. */
    private static Goal above(String file, String title, String key, String below, Bounds bounds) {
        return new Goal(
                file,
                title,
                output ->
                        number(output, key)
                                .flatMap(
                                        value ->
                                                number(output, below)
                                                        .map(base -> value - base)
                                                        .map(us -> us / MICROS_PER_MILLI)),
                bounds);
    }

    private static Optional<Double> number(Map<String, String> output, String key) {
        return Optional.ofNullable(output.get(key)).map(Double::parseDouble);
    }

    /** A figure that was promised for a certain load says nothing of a smaller one. */
    private static boolean isAtLeast(Map<String, String> output, String key, double least) {
        return number(output, key).orElse(0.0) >= least;
    }

    private static String hundredths(Optional<Double> value) {
        return value.map(v -> String.format(Locale.ROOT, "%.2f", v)).orElse("");
    }

    private static String shown(double value) {
        String form = Math.abs(value) < 100 ? "%,.2f" : "%,.0f";
        return String.format(Locale.ROOT, form, value);
    }
}
