package io.windlass.server;

import io.windlass.edge.node.PartitionSettings;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.raft.RaftSettings;
import io.windlass.server.settings.Setting;
import io.windlass.server.settings.Settings;
import java.util.List;

/**
 * What the settings mean for one node.
 *
 * @param nodeId its name
 * @param http where HTTP listens and for whom, with its limits
 * @param binary where the binary port listens, with its limits
 * @param loops its event loops
 * @param partitions how many partitions the money group has
 * @param segmentBytes the size of a log segment
 * @param limits the bounds of each partition
 */
record NodePlan(
        String nodeId,
        HttpPlan http,
        BinaryPlan binary,
        EventLoops loops,
        int partitions,
        int segmentBytes,
        Limits limits) {
    private static final int SEGMENT_BYTES_MIN = 1 << 20;
    private static final int INBOX_COMMANDS_MAX = 1 << 20;
    private static final int SNAPSHOT_INTERVAL = 10_000;
    private static final int IDS_SEALED_MAX = 1 << 26;
    private static final int PARTITIONS_MAX = 1_000;

    static NodePlan of(Settings settings, int partitions) {
        HttpPlan http = HttpPlan.of(settings);
        int loops = settings.number(Setting.HTTP_LOOPS, 0, 64);
        int segment =
                settings.number(Setting.LOG_SEGMENT_BYTES, SEGMENT_BYTES_MIN, Integer.MAX_VALUE);
        Limits usual = Limits.DEFAULT;
        Limits limits =
                new Limits(
                        settings.number(Setting.INBOX_COMMANDS, 1, INBOX_COMMANDS_MAX),
                        usual.frameEvents(),
                        PartitionFiles.frameBytesMax(segment) / 2,
                        usual.framesInFlight(),
                        usual.waitNanos(),
                        state(settings, partitions));
        return new NodePlan(
                settings.text(Setting.NODE_ID),
                http,
                BinaryPlan.of(settings, http.settings()),
                EventLoops.of(loops, partitions, Runtime.getRuntime().availableProcessors()),
                partitions,
                segment,
                limits);
    }

    private static Limits.State state(Settings settings, int partitions) {
        long memory = settings.count(Setting.MEMORY_TABLES);
        long tables = memory > 0 ? memory : Runtime.getRuntime().maxMemory() / 2;
        return new Limits.State(
                settings.count(Setting.SNAPSHOT_BYTES),
                settings.count(Setting.SNAPSHOT_EVENTS),
                tables / partitions,
                new Limits.Ids(
                        settings.count(Setting.IDS_HOT),
                        settings.number(Setting.IDS_SEALED, 1, IDS_SEALED_MAX)));
    }

    /** All bounds of the node. */
    NodeLimits allLimits() {
        return new NodeLimits(http, binary, limits, partitions);
    }

    /** How many partitions are wanted at the first start. */
    static int wantedPartitions(Settings settings) {
        return settings.number(Setting.GROUPS_MONEY_PARTITIONS, 1, PARTITIONS_MAX);
    }

    /** One partition of the money group; numbers begin with 1. */
    PartitionSettings partition(int number, List<Feature<?>> features) {
        LogSettings log = PartitionFiles.log(number, segmentBytes);
        return new PartitionSettings(
                Node.MONEY, features, new RaftSettings(nodeId, log, SNAPSHOT_INTERVAL), limits);
    }
}
