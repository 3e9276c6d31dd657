package io.windlass.edge.access;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens that drip in at a steady rate; a request takes one or is refused. What is owed
 * is taken even from an empty bucket, and drips in before the next token does.
 *
 * <p>Kept as one number, the moment at which the bucket will be full again (the generic cell rate
 * algorithm, ITU-T I.371), so that all event loops share it without a lock. A refused request takes
 * nothing. Any thread.
 */
public final class TokenBucket implements Quota {
    private final long nanosPerToken;
    private final long nanosToFill;
    private final LongSupplier nanoClock;
    private final AtomicLong fullAt;

    /**
     * A full bucket.
     *
     * @param perSecond tokens that drip in, at least 1
     * @param capacity how many it holds, at least 1: what may come at once after a rest
     * @param nanoClock as {@code System.nanoTime}
     */
    public TokenBucket(int perSecond, int capacity, LongSupplier nanoClock) {
        this.nanosPerToken = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanosToFill = nanosPerToken * capacity;
        this.nanoClock = nanoClock;
        this.fullAt = new AtomicLong(nanoClock.getAsLong());
    }

    @Override
    public long take() {
        long now = nanoClock.getAsLong();
        while (true) {
            long before = fullAt.get();
            long after = later(before, now) + nanosPerToken;
            long tooEarly = after - now - nanosToFill;
            if (tooEarly > 0) {
                return tooEarly;
            }
            if (fullAt.compareAndSet(before, after)) {
                return 0;
            }
        }
    }

    @Override
    public void owe(int count) {
        long now = nanoClock.getAsLong();
        fullAt.updateAndGet(before -> later(before, now) + nanosPerToken * count);
    }

    /** By the difference, because the clock may pass the end of its range. */
    private static long later(long a, long b) {
        return a - b > 0 ? a : b;
    }
}
