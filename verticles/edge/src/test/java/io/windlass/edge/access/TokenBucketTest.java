package io.windlass.edge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000;
    private static final int OWED = 50_000;

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

    @Test
    void whatIsOwedDripsInBeforeTheNextToken() {
        // given a bucket with two tokens left
        TokenBucket bucket = new TokenBucket(10, 3, clock::get);
        bucket.take();
        // when more is owed than it has
        bucket.owe(32);
        // then the next request waits for the debt of 30 tokens and for its own
        assertEquals(31 * SECOND / 10, bucket.take());
        clock.addAndGet(31 * SECOND / 10);
        assertEquals(0, bucket.take());
        assertEquals(SECOND / 10, bucket.take());
    }

    @Test
    void whatIsOwedAfterARestIsTakenFromAFullBucketAndNoMore() {
        // given a rest in which far more dripped in than the bucket holds
        TokenBucket bucket = new TokenBucket(10, 20, clock::get);
        clock.addAndGet(60 * SECOND);
        // when half of it is owed, and nothing
        bucket.owe(10);
        bucket.owe(0);
        // then the other half may be taken at once
        assertEquals(10, served(bucket, 1, 1));
    }

    @Test
    void whatManyThreadsOweIsOwedInFull() throws InterruptedException {
        // given a bucket that is used from several loops
        TokenBucket bucket = new TokenBucket(1_000, 1, clock::get);
        // when all of them owe at once
        List<Thread> loops = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            loops.add(new Thread(() -> oweOneByOne(bucket)));
        }
        loops.forEach(Thread::start);
        for (Thread loop : loops) {
            loop.join();
        }
        // then none of it is forgotten
        assertEquals(4 * OWED * SECOND / 1_000, bucket.take());
    }

    private static void oweOneByOne(TokenBucket bucket) {
        for (int i = 0; i < OWED; i++) {
            bucket.owe(1);
        }
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
