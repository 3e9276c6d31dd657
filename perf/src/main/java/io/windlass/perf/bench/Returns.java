package io.windlass.perf.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * When those come back who found no free connection: counted, since of a request that was never
 * sent nothing has to be kept. A wheel with steps of 10 ms. Used on the generator's loop.
 */
final class Returns {
    private static final int STEPS = 256;
    private static final int STEPS_PER_SECOND = 100;
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1) / STEPS_PER_SECOND;

    private final int[][] wheel;
    private final SplittableRandom random = new SplittableRandom();
    private final long begin;
    private long done;

    /** An empty wheel for so many tries, which begins to turn at a time in nanoseconds. */
    Returns(int tries, long begin) {
        this.wheel = new int[STEPS][tries + 1];
        this.begin = begin;
    }

    /** Somebody will come for this try 1 to 2 s from now. */
    void add(int number, long now) {
        int wait = STEPS_PER_SECOND + random.nextInt(STEPS_PER_SECOND);
        wheel[(int) ((step(now) + wait) % STEPS)][number]++;
    }

    /** Tells the number of the try of everybody whose time has come. */
    void take(long now, IntConsumer whoever) {
        for (; done <= step(now); done++) {
            int[] counts = wheel[(int) (done % STEPS)];
            for (int number = 0; number < counts.length; number++) {
                int count = counts[number];
                counts[number] = 0;
                for (int i = 0; i < count; i++) {
                    whoever.accept(number);
                }
            }
        }
    }

    private long step(long now) {
        return (now - begin) / STEP_NANOS;
    }
}
