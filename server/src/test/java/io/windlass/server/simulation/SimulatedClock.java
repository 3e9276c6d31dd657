package io.windlass.server.simulation;

import io.windlass.kernel.port.Clock;

/** The machine's clock: steady for durations, and wrong about the date when a fault says so. */
final class SimulatedClock implements Clock {
    private static final long START = 1_900_000_000L * Scheduler.SECOND;

    private final Scheduler scheduler;
    private long skew;

    SimulatedClock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public long epochNanos() {
        return START + scheduler.now() + skew;
    }

    @Override
    public long monotonicNanos() {
        return scheduler.now();
    }

    void jump(long nanos) {
        skew += nanos;
    }
}
