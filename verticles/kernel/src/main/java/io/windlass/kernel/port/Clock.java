package io.windlass.kernel.port;

/** The wall clock, read only by who leads a partition: time enters state through the log. */
public interface Clock {
    /** Nanoseconds since 1970-01-01T00:00:00Z; may jump. */
    long epochNanos();

    /** Nanoseconds from an arbitrary start that never go back; for durations. */
    long monotonicNanos();
}
