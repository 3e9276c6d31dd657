package io.windlass.kernel.raft;

import io.windlass.kernel.port.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The library's clock: it runs ten times as fast, so that a whole second of it is 100 ms. */
final class ScaledClock extends java.time.Clock {
    static final int FACTOR = 10;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Clock clock;

    ScaledClock(Clock clock) {
        super();
        this.clock = clock;
    }

    @Override
    public long millis() {
        return clock.monotonicNanos() / (NANOS_PER_MILLI / FACTOR);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public java.time.Clock withZone(ZoneId zone) {
        return this;
    }
}
