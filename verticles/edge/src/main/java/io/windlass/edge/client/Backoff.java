package io.windlass.edge.client;

import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before another attempt: doubled each time, capped, with jitter. */
final class Backoff {
    private static final long FIRST_MILLIS = 10;
    private static final long LAST_MILLIS = 1_000;
    private static final int DOUBLINGS_MAX = 10;

    private Backoff() {}

    /** Milliseconds before the next attempt when so many have failed, at least 1. */
    static long millis(int failed) {
        int doublings = Math.max(0, Math.min(DOUBLINGS_MAX, failed - 1));
        long most = Math.min(LAST_MILLIS, FIRST_MILLIS << doublings);
        // Half of it by chance, so that clients that failed together do not come back together.
        return most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
    }
}
