package io.windlass.perf.bench;

import io.windlass.perf.bench.SafepointLog.Stop;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The longest times in which a node did nothing, of a stretch of load.
 *
 * <p>A loop is late by the safepoint it met as well, so the sum of both is a bound on how long it
 * stood still, not a time that was seen.
 *
 * @param stops the safepoints of the stretch
 * @param lags how late the loops were in it
 */
record Pauses(List<Stop> stops, List<Lag> lags) {
    /** The meter's maximum is that of so much time before it was read. */
    static final long WINDOW_MILLIS = 10_000;

    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * The longest delay of any loop of a node within the window before it was read.
     *
     * @param readMillis when, as {@code currentTimeMillis} counts
     * @param millis how late the loop was
     */
    record Lag(long readMillis, double millis) {}

    /** What of it ended within a stretch. */
    static Pauses between(List<Stop> stops, List<Lag> lags, long begin, long end) {
        return new Pauses(
                stops.stream()
                        .filter(stop -> stop.endMillis() >= begin && stop.endMillis() <= end)
                        .toList(),
                lags.stream()
                        .filter(lag -> lag.readMillis() >= begin && lag.readMillis() <= end)
                        .toList());
    }

    /** The largest sum of the longest delay of a loop and the longest safepoint of one window. */
    double longestMillis() {
        return lags.stream()
                .mapToDouble(lag -> lag.millis() + longestStopBefore(lag.readMillis()))
                .max()
                .orElse(0);
    }

    private double longestStopBefore(long millis) {
        return stops.stream()
                .filter(stop -> stop.endMillis() <= millis)
                .filter(stop -> stop.endMillis() > millis - WINDOW_MILLIS)
                .mapToDouble(Pauses::millis)
                .max()
                .orElse(0);
    }

    /** Adds the three longest, and what the longest safepoint was for. */
    void addTo(Figures figures) {
        Optional<Stop> longest = stops.stream().max(Comparator.comparingLong(Stop::nanos));
        figures.number("longest_pause_ms", longestMillis())
                .number("longest_safepoint_ms", longest.map(Pauses::millis).orElse(0.0))
                .text("longest_safepoint", longest.map(Stop::why).orElse("none"))
                .number("safepoints", stops.size())
                .number(
                        "longest_loop_lag_ms",
                        lags.stream().mapToDouble(Lag::millis).max().orElse(0));
    }

    private static double millis(Stop stop) {
        return stop.nanos() / NANOS_PER_MILLI;
    }
}
