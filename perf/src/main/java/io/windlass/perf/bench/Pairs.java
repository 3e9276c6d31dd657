package io.windlass.perf.bench;

import java.util.SplittableRandom;

/** Draws two customers of one partition, again and again, without an object for each pair. */
final class Pairs {
    private final Accounts accounts;
    private final Skew.Draw draw;
    private final boolean hasHotSide;
    private final SplittableRandom random = new SplittableRandom();
    private int from;
    private int to;

    Pairs(Accounts accounts, Skew skew) {
        this.accounts = accounts;
        this.draw = skew.over(accounts.count());
        this.hasHotSide = skew == Skew.ONE;
    }

    /** Draws the next pair. */
    void next() {
        from = draw.next(random);
        to = hasHotSide ? random.nextInt(accounts.count()) : draw.next(random);
        while (to == from || !accounts.areTogether(from, to)) {
            to = random.nextInt(accounts.count());
        }
        if (hasHotSide && random.nextBoolean()) {
            int hot = from;
            from = to;
            to = hot;
        }
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
