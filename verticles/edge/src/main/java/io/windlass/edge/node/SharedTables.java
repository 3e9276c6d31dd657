package io.windlass.edge.node;

import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Keeps shared tables alike in all partitions of a group, and at hand for every thread.
 *
 * <p>The group's lowest partition decides and numbers a change; the others are brought up to it one
 * after the other. Edges read the version of the partition that is furthest behind, so that no
 * request uses what some partition does not know yet.
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

    /** Brings the partitions behind the first up to it, then runs an action. Any thread. */
    <S> void align(Feature<S> feature, List<PartitionVerticle> partitions, Runnable done) {
        alignFrom(1, feature, partitions, done);
    }

    private <S> void alignFrom(
            int index, Feature<S> feature, List<PartitionVerticle> partitions, Runnable done) {
        if (index >= partitions.size()) {
            done.run();
            return;
        }
        PartitionVerticle lowest = partitions.get(0);
        PartitionVerticle other = partitions.get(index);
        Runnable next = () -> alignFrom(index + 1, feature, partitions, done);
        other.post(
                behind -> {
                    long after = behind.sharedNumber(feature);
                    lowest.post(
                            ahead -> {
                                List<Command<S>> changes = ahead.sharedChanges(feature, after);
                                other.post(target -> submitAll(target, feature, changes, next));
                            });
                });
    }

    private static <S> void submitAll(
            Partition target, Feature<S> feature, List<Command<S>> changes, Runnable done) {
        int[] open = {changes.size()};
        Consumer<Reply> onReply =
                reply -> {
                    open[0]--;
                    if (open[0] == 0) {
                        done.run();
                    }
                };
        changes.forEach(change -> target.submit(feature, change, onReply));
        if (changes.isEmpty()) {
            done.run();
        }
    }
}
