package io.windlass.edge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How late event loops are is measured on each of them. */
class LoopLagTest {
    private static final int LOOPS = 3;
    private static final long HELD_MILLIS = 150;
    private static final long TIMER_MILLIS = 5;

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration SHORT_OF_IT = Duration.ofSeconds(7);

    private final MockClock clock = new MockClock();
    private final MeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);

    @Test
    void everyLoopHasAMeterOfItsOwn() {
        Vertx vertx = vertxWithLag(LOOPS);
        assertEquals(
                LOOPS,
                registry.find("windlass.loop.lag").timers().stream()
                        .map(timer -> timer.getId().getTag("loop"))
                        .collect(Collectors.toSet())
                        .size());
        vertx.close().await();
    }

    @Test
    void aLoopThatIsHeldIsLateByAllOfIt() {
        assertLate(heldLoop());
    }

    @Test
    void theMaximumIsThatOfTheLastTenSeconds() {
        Timer lag = heldLoop();
        clock.add(SHORT_OF_IT);
        assertLate(lag);
        clock.add(WINDOW.minus(SHORT_OF_IT));
        assertEquals(0, lag.max(TimeUnit.MILLISECONDS));
        assertTrue(lag.count() > 0, "what was counted stays");
    }

    private static void assertLate(Timer lag) {
        assertTrue(
                lag.max(TimeUnit.MILLISECONDS) >= HELD_MILLIS - TIMER_MILLIS,
                () -> "late by " + lag.max(TimeUnit.MILLISECONDS) + " ms");
    }

    /** The meter of a loop that was held, and runs no more. */
    private Timer heldLoop() {
        Vertx vertx = vertxWithLag(1);
        Timer lag = registry.get("windlass.loop.lag").timer();
        Promise<Void> measured = Promise.promise();
        vertx.runOnContext(
                nothing -> {
                    long count = lag.count();
                    spin();
                    vertx.setPeriodic(
                            1,
                            timer -> {
                                if (lag.count() > count) {
                                    measured.tryComplete();
                                }
                            });
                });
        measured.future().await();
        vertx.close().await();
        return lag;
    }

    private static void spin() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HELD_MILLIS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private Vertx vertxWithLag(int loops) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        vertx.deployVerticle(
                        () -> new LoopLag(registry), new DeploymentOptions().setInstances(loops))
                .await();
        return vertx;
    }
}
