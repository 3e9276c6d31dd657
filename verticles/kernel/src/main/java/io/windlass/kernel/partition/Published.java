package io.windlass.kernel.partition;

import io.windlass.kernel.feature.SharedTable;

/** What the partitions of a node have published for whoever reads requests. Any thread. */
public interface Published {
    /** Whether requests are served: from then on there are shared tables. */
    default boolean isOpen() {
        return true;
    }

    /** The newest shared table of a type that a partition has published. */
    <T extends SharedTable> T shared(Class<T> type);
}
