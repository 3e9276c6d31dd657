package io.windlass.perf.bench;

/** The points at which a latency curve is told. */
final class Curve {
    /** Percentiles, closer together towards the tail. */
    static final double[] PERCENTILES = {
        0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.99, 99.999, 100
    };

    private Curve() {}
}
