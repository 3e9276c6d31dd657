package io.windlass.edge.node;

import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.raft.RaftSettings;
import java.util.List;

/**
 * One partition of a node.
 *
 * @param group the group it belongs to
 * @param features what lives in it
 * @param raft its member of the replication group, its number and where its log is
 * @param limits the bounds of its queues
 */
public record PartitionSettings(
        String group, List<Feature<?>> features, RaftSettings raft, Limits limits) {
    /** The partition's number. */
    public int number() {
        return raft.log().partition();
    }
}
