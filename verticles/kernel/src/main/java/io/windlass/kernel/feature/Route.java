package io.windlass.kernel.feature;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which partition a command or a question goes to.
 *
 * @param target how the partition is found
 * @param tenant the tenant of the ids
 * @param ids the ids it touches, the deciding one first; all must live in the same partition
 */
public record Route(Target target, int tenant, List<String> ids) {
    /** How a partition is found. */
    public enum Target {
        /** By the slot of the ids. */
        IDS,
        /** The lowest partition of the group, which decides over shared tables. */
        LOWEST,
        /** Every partition of the group, lowest first: a change of a shared table. */
        SHARED
    }

    /** To the partition of some ids. */
    public static Route of(int tenant, String... ids) {
        return new Route(Target.IDS, tenant, List.of(ids));
    }

    /** To the group's lowest partition. */
    public static Route lowest(int tenant) {
        return new Route(Target.LOWEST, tenant, List.of());
    }

    /** To every partition of the group. */
    public static Route shared(int tenant) {
        return new Route(Target.SHARED, tenant, List.of());
    }

    /**
     * The index, from 0, of the partition among so many of the group; empty if the ids live in
     * several.
     */
    public OptionalInt partition(int partitions) {
        if (partitions == 1 || target != Target.IDS) {
            return OptionalInt.of(0);
        }
        int first = index(0, partitions);
        for (int i = 1; i < ids.size(); i++) {
            if (index(i, partitions) != first) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(first);
    }

    private int index(int id, int partitions) {
        return Slots.partitionIndex(Slots.of(tenant, ids.get(id)), partitions);
    }
}
