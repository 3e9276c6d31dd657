package io.windlass.edge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 2 * SECOND);

    @Test
    void aSteadyFloodGetsTheRateWithinFivePercent() {
        TokenBucket bucket = new TokenBucket(1_000, 1, clock::get);
        assertEquals(5_000, served(bucket, 5 * SECOND, 100_000), 250);
    }

    @Test
    void afterARestTheWholeBucketMayBeTakenAtOnceAndNoMore() {
        TokenBucket bucket = new TokenBucket(10, 20, clock::get);
        clock.addAndGet(60 * SECOND);
        assertEquals(20, served(bucket, 1, 1));
    }

    @Test
    void aRefusedCallerIsToldWhenTheNextTokenComes() {
        TokenBucket bucket = new TokenBucket(2, 1, clock::get);
        assertEquals(0, bucket.take());
        assertEquals(SECOND / 2, bucket.take());
        clock.addAndGet(SECOND / 2 - 1);
        assertEquals(1, bucket.take());
        clock.incrementAndGet();
        assertEquals(0, bucket.take());
    }

    @Test
    void aRefusalTakesNothing() {
        TokenBucket bucket = new TokenBucket(1, 1, clock::get);
        bucket.take();
        for (int i = 0; i < 100; i++) {
            assertTrue(bucket.take() > 0);
        }
        clock.addAndGet(SECOND);
        assertEquals(0, bucket.take());
    }

    /** How many of the attempts, one every so often, are served; far more of them than tokens. */
    private int served(TokenBucket bucket, long forNanos, long everyNanos) {
        int served = 0;
        for (long end = clock.get() + forNanos; end - clock.get() > 0; ) {
            for (int i = 0; i < 25; i++) {
                served += bucket.take() == 0 ? 1 : 0;
            }
            clock.addAndGet(everyNanos);
        }
        return served;
    }
}
