package io.windlass.edge.binary;

import io.windlass.kernel.feature.Rejection;

/** Why the port itself refuses packed commands one by one. */
enum EdgeRejection implements Rejection {
    /** The key has asked too often. */
    RATE_LIMITED;

    @Override
    public int number() {
        return 23;
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public String title() {
        return "Too many requests";
    }

    @Override
    public Retry retry() {
        return Retry.SAME_ID;
    }

    @Override
    public boolean isFinal() {
        return false;
    }
}
