package io.windlass.perf.bench;

import io.vertx.core.Context;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Event loops count in milliseconds; an open loop wants to be asked more often. */
final class Ticks {
    private static final long STEP_NANOS = 200_000;

    private Ticks() {}

    /** Runs something on a loop every 200 µs, one at a time, until it is over; blocks. */
    static void every(Context loop, Runnable task, BooleanSupplier isOver) {
        AtomicBoolean asked = new AtomicBoolean();
        while (!isOver.getAsBoolean()) {
            if (asked.compareAndSet(false, true)) {
                loop.runOnContext(
                        nothing -> {
                            asked.set(false);
                            task.run();
                        });
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
