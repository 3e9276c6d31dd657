package io.windlass.perf.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Results as lines {@code key=value}: plain decimals, no separators, in the order they came. */
final class Figures {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int TENTHS_BELOW = 1_000;

    private final Map<String, String> values = new LinkedHashMap<>();

    Figures text(String key, String value) {
        values.put(key, value);
        return this;
    }

    Figures number(String key, long value) {
        return text(key, Long.toString(value));
    }

    /** With one digit behind the point where that tells something. */
    Figures number(String key, double value) {
        String form = Math.abs(value) < TENTHS_BELOW ? "%.2f" : "%.0f";
        return text(key, String.format(Locale.ROOT, form, value));
    }

    /** A percentile of a histogram in nanoseconds, in microseconds. */
    Figures micros(String key, Histogram histogram, double percentile) {
        return number(key, histogram.getValueAtPercentile(percentile) / NANOS_PER_MICRO);
    }

    /** The usual four of a histogram in nanoseconds. */
    Figures latencies(Histogram histogram) {
        return micros("p50_us", histogram, 50)
                .micros("p99_us", histogram, 99)
                .micros("p999_us", histogram, 99.9)
                .number("max_us", histogram.getMaxValue() / NANOS_PER_MICRO);
    }

    void print(PrintStream out) {
        values.forEach((key, value) -> out.println(key + "=" + value));
        out.flush();
    }
}
