package io.windlass.kernel.feature;

import java.util.List;

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
}
