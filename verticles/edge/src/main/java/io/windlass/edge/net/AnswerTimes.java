package io.windlass.edge.net;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long answers take, in the same steps for every protocol. */
public final class AnswerTimes {
    private static final Duration[] BOUNDS = {
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private AnswerTimes() {}

    /** A timer of this name with these steps. */
    public static Timer.Builder timer(String name) {
        return Timer.builder(name).serviceLevelObjectives(BOUNDS);
    }
}
