package io.windlass.edge.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Measures how late the event loop is that it is deployed on: a timer of 5 ms, and by how much it
 * runs after its time. What stops a loop for a while (a long task, the collector, a processor that
 * others have) is seen in full but for those 5 ms.
 *
 * <p>The meter {@code windlass.loop.lag} counts by steps, for a reader that comes seldom; its
 * maximum is that of the last 8 to 10 s. One for each loop, all of them with different names.
 */
public final class LoopLag extends VerticleBase {
    /** A shorter one keeps idle loops awake: 2 ms took 4 % of a processor each, 5 ms takes 1 %. */
    private static final long PERIOD_MILLIS = 5;

    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1)
    };

    /** What the library calls expiry is how long a maximum gathers in each of its parts. */
    private static final Duration PART = Duration.ofSeconds(2);

    private static final int PARTS = 5;

    private final MeterRegistry registry;
    private Timer lag;
    private long dueNanos;

    /** A meter that registers itself in {@code registry} when it is deployed. */
    public LoopLag(MeterRegistry registry) {
        super();
        this.registry = registry;
    }

    @Override
    public Future<?> start() {
        lag =
                Timer.builder("windlass.loop.lag")
                        .description("How late an event loop runs a timer of 5 ms")
                        .tag("loop", Thread.currentThread().getName())
                        .serviceLevelObjectives(STEPS)
                        .distributionStatisticExpiry(PART)
                        .distributionStatisticBufferLength(PARTS)
                        .register(registry);
        wind();
        return Future.succeededFuture();
    }

    /** From one run to the next: a loop that was late does not run what it missed. */
    private void wind() {
        dueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
        vertx.setTimer(PERIOD_MILLIS, timer -> ran());
    }

    private void ran() {
        lag.record(Math.max(0, System.nanoTime() - dueNanos), TimeUnit.NANOSECONDS);
        wind();
    }
}
