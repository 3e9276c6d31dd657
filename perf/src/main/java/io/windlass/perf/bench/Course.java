package io.windlass.perf.bench;

/** A load that can be run again and again. */
@FunctionalInterface
interface Course {
    /** Runs it for a while, and waits for its last answers. */
    Tally run(Pace pace, long nanos);
}
