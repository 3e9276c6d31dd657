package io.windlass.edge.node;

import io.windlass.kernel.feature.SharedTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the newest shared tables at hand for every thread.
 *
 * <p>The group's lowest partition decides and numbers a change; {@link
 * io.windlass.kernel.partition.Alignment} brings the others up to it. Edges read the version of the
 * partition that is furthest behind, so that no request uses what some partition does not know yet.
 */
final class SharedTables {
    private final Map<Class<?>, Map<Integer, SharedTable>> published = new ConcurrentHashMap<>();
    private final Map<Class<?>, SharedTable> newest = new ConcurrentHashMap<>();

    /** Takes note of what a partition has committed. Any thread. */
    void published(int partition, SharedTable table) {
        Map<Integer, SharedTable> versions =
                published.computeIfAbsent(table.getClass(), type -> new ConcurrentHashMap<>());
        versions.put(partition, table);
        SharedTable behind = table;
        for (SharedTable version : versions.values()) {
            behind = version.number() < behind.number() ? version : behind;
        }
        newest.put(table.getClass(), behind);
    }

    /** The version that every partition knows. */
    <T extends SharedTable> T get(Class<T> type) {
        return type.cast(newest.get(type));
    }
}
