package io.windlass.edge.node;

import io.windlass.kernel.feature.Rejection;

/** Why a request cannot be given to any one partition. */
public enum RoutingRejection implements Rejection {
    /** Its ids live in different partitions. */
    NOT_SUPPORTED_ACROSS_PARTITIONS;

    @Override
    public int status() {
        return 501;
    }

    @Override
    public int number() {
        return 22;
    }

    @Override
    public String title() {
        return "The accounts live in different partitions";
    }

    @Override
    public Retry retry() {
        return Retry.NEVER;
    }

    @Override
    public boolean isFinal() {
        return false;
    }
}
