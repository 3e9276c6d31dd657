package io.windlass.edge.node;

import io.windlass.kernel.partition.Partition;

/** Something to be done with a partition, on its loop. */
@FunctionalInterface
interface Errand {
    /** Does it. */
    void run(Partition partition);

    /** About how much memory it takes while it waits, in bytes. */
    default int bytes() {
        return 512;
    }
}
