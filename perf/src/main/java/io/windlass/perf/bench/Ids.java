package io.windlass.perf.bench;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** New ids of transactions, one after the other, without an object for each (RFC 9562). */
final class Ids {
    private static final long VERSION_MASK = 0xF000;
    private static final long RANDOM_VERSION = 0x4000;
    private static final long TIME_VERSION = 0x7000;
    private static final int TIME_SHIFT = 16;
    private static final long LOW_TIME_MASK = 0xFFFF;

    private final SplittableRandom random = new SplittableRandom();
    private final boolean isTime;
    private long high;
    private long low;

    private Ids(boolean isTime) {
        this.isTime = isTime;
    }

    /** What {@code --ids} says: {@code random} is version 4, {@code time} version 7. */
    static Ids of(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "random" -> new Ids(false);
            case "time" -> new Ids(true);
            default -> throw new BenchException("--ids is " + kind + "; see --help");
        };
    }

    static Ids random() {
        return new Ids(false);
    }

    /** Makes the next one. */
    void next() {
        long drawn = random.nextLong();
        long version = isTime ? TIME_VERSION : RANDOM_VERSION;
        long time = isTime ? System.currentTimeMillis() << TIME_SHIFT : drawn & ~LOW_TIME_MASK;
        high = time | (drawn & LOW_TIME_MASK & ~VERSION_MASK) | version;
        low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    UUID uuid() {
        return new UUID(high, low);
    }
}
