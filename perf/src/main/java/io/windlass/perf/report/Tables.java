package io.windlass.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows that both pages show. */
final class Tables {
    static final List<String> HEAD =
            List.of(
                    "what",
                    "runs",
                    "a second: median",
                    "min - max",
                    "p50 us",
                    "p99 us",
                    "p99.9 us");

    private static final String READY = "ready";
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private Tables() {}

    static List<List<String>> rates(List<Rounds> all) {
        List<List<String>> rows = new ArrayList<>();
        for (Rounds rounds : all) {
            if (rounds.step().file().equals(READY)) {
                continue;
            }
            List<Double> rates = rounds.values(rounds.step().rate());
            rows.add(
                    List.of(
                            rounds.step().title(),
                            runs(rounds),
                            whole(rounds.median(rounds.step().rate())),
                            whole(Optional.of(rates.get(0)))
                                    + " - "
                                    + whole(Optional.of(rates.get(rates.size() - 1))),
                            whole(rounds.median("p50_us")),
                            whole(rounds.median("p99_us")),
                            whole(rounds.median("p999_us"))));
        }
        return rows;
    }

    /** What the figures are held against: shares of medians of the same run. */
    static List<String> ratios(List<Rounds> all) {
        List<String> lines = new ArrayList<>();
        Optional<Double> single = rate(all, "single");
        ratio(single, rate(all, "empty"), 100)
                .ifPresent(share -> lines.add("single transfers / yardstick: " + share + " %"));
        ratio(single, rate(all, "postgres"), 1)
                .ifPresent(
                        times -> lines.add("single transfers / PostgreSQL: " + times + " times"));
        ratio(single, rate(all, "redis"), 1)
                .ifPresent(times -> lines.add("single transfers / Redis: " + times + " times"));
        find(all, "one")
                .ifPresent(
                        one ->
                                lines.add(
                                        String.format(
                                                Locale.ROOT,
                                                "one at a time: p50 %.2f ms above the fdatasync"
                                                        + " p50 of the same run",
                                                (one.median("p50_us").orElse(0.0)
                                                                - one.median("fdatasync_p50_us")
                                                                        .orElse(0.0))
                                                        / 1e3)));
        find(all, READY)
                .ifPresent(
                        ready ->
                                lines.add(
                                        "ready from a snapshot of 1,000,000 accounts, start of the"
                                                + " JVM included: "
                                                + whole(ready.median("ready_ms"))
                                                + " ms"));
        find(all, "overload").ifPresent(rounds -> lines.add(overload(rounds)));
        find(all, "single").ifPresent(rounds -> lines.addAll(costs(rounds)));
        find(all, "seen").ifPresent(rounds -> lines.add(seen(rounds)));
        find(all, "pauses").ifPresent(rounds -> lines.add(pauses(rounds)));
        return lines;
    }

    /** How many there were, and of how many seconds if they tell. */
    private static String runs(Rounds rounds) {
        String count = Integer.toString(rounds.outputs().size());
        String seconds =
                rounds.values("seconds").stream()
                        .distinct()
                        .map(value -> whole(Optional.of(value)))
                        .collect(Collectors.joining(" or "));
        return seconds.isEmpty() ? count : count + " x " + seconds + " s";
    }

    private static String seen(Rounds rounds) {
        return String.format(
                Locale.ROOT,
                "many accounts and ids seen: %s accounts, opened and funded in %s s; %s ids before"
                        + " the measured time; tables of %s MB, of %s MB allowed; the node took"
                        + " %s MB",
                whole(rounds.median("accounts")),
                whole(rounds.median("set_up_s")),
                whole(rounds.median("seen")),
                megabytes(rounds, "table_bytes"),
                megabytes(rounds, "table_bytes_max"),
                megabytes(rounds, "resident_max_bytes"));
    }

    private static String pauses(Rounds rounds) {
        return String.format(
                Locale.ROOT,
                "at half the peak for %s s: longest safepoint %.1f ms (%s), longest delay of"
                        + " an event loop %.1f ms; %s snapshots and %s files of ids made meanwhile",
                whole(rounds.median("seconds")),
                rounds.median("longest_safepoint_ms").orElse(0.0),
                rounds.text("longest_safepoint").orElse("unknown"),
                rounds.median("longest_loop_lag_ms").orElse(0.0),
                whole(rounds.median("snapshots")),
                whole(rounds.median("sealed_files")));
    }

    private static String megabytes(Rounds rounds, String key) {
        return whole(rounds.median(key).map(bytes -> bytes / BYTES_PER_MEGABYTE));
    }

    private static String overload(Rounds rounds) {
        return String.format(
                Locale.ROOT,
                "of what 2,000 connections reach that wait, answered in time under 2 times as much:"
                        + " %.2f, under 5 times: %.2f, with retries: %.2f; half of it is served as"
                        + " before after %.1f s",
                rounds.median("goodput_2x_share").orElse(0.0),
                rounds.median("goodput_5x_share").orElse(0.0),
                rounds.median("goodput_5x_retries_share").orElse(0.0),
                rounds.median("recovery_s").orElse(0.0));
    }

    static Optional<Rounds> find(List<Rounds> all, String file) {
        return all.stream().filter(rounds -> rounds.step().file().equals(file)).findFirst();
    }

    private static List<String> costs(Rounds rounds) {
        return List.of(
                "CPU seconds for a million single transfers: node "
                        + whole(rounds.median("server_cpu_s_per_million"))
                        + ", generator "
                        + whole(rounds.median("client_cpu_s_per_million")),
                "bytes in the log for a transfer: " + whole(rounds.median("bytes_per_transfer")),
                "transfers in a frame at 64 connections: "
                        + whole(rounds.median("transfers_per_frame")),
                "fdatasync of this disk, p50 / p99.9: "
                        + whole(rounds.median("fdatasync_p50_us"))
                        + " / "
                        + whole(rounds.median("fdatasync_p999_us"))
                        + " us");
    }

    private static Optional<Double> rate(List<Rounds> all, String file) {
        return find(all, file).flatMap(rounds -> rounds.median(rounds.step().rate()));
    }

    private static Optional<String> ratio(
            Optional<Double> part, Optional<Double> whole, double factor) {
        return part.flatMap(
                p -> whole.map(w -> String.format(Locale.ROOT, "%.1f", p / w * factor)));
    }

    private static String whole(Optional<Double> value) {
        return value.map(v -> String.format(Locale.ROOT, "%,.0f", v)).orElse("");
    }
}
