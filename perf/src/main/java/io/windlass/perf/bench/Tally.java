package io.windlass.perf.bench;

import org.HdrHistogram.Histogram;

/** What a stretch of load came to. Used on the generator's loop; read when the load is over. */
final class Tally {
    private static final long NANOS_MAX = 3_600_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram latencies = new Histogram(NANOS_MAX, DIGITS);
    private long accepted;
    private long rejected;
    private long errors;

    /** Notes one answer for so many operations. */
    void latency(long nanos) {
        latencies.recordValue(Math.min(NANOS_MAX, Math.max(1, nanos)));
    }

    void accept() {
        accepted++;
    }

    void reject() {
        rejected++;
    }

    void fail(long operations) {
        errors += operations;
    }

    /** Counts one operation by its HTTP status: done, refused by the rules, or neither. */
    void count(int status) {
        switch (status) {
            case 200, 201, 202 -> accepted++;
            case 404, 409, 422 -> rejected++;
            default -> errors++;
        }
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    long errors() {
        return errors;
    }

    /** Answer times in nanoseconds. */
    Histogram latencies() {
        return latencies;
    }
}
