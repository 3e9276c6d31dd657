package io.windlass.server.simulation;

import io.windlass.kernel.port.Entropy;
import java.util.List;
import java.util.SplittableRandom;

/** All the chance of one run, from one seed. */
final class Chance implements Entropy {
    private final SplittableRandom random;

    Chance(long seed) {
        this(new SplittableRandom(seed));
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** A source of its own, so that drawing here does not move what is drawn there. */
    Chance fork() {
        return new Chance(random.split());
    }

    @Override
    public long next() {
        return random.nextLong();
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** A duration up to so many nanoseconds. */
    long nanos(long max) {
        return random.nextLong(max + 1);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
