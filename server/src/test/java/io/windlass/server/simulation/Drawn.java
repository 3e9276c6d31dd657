package io.windlass.server.simulation;

import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.raft.RaftSettings;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a seed has drawn before its run begins.
 *
 * @param partitions how many partitions the node has
 * @param first sizes of the first partition's log and its interval of snapshot positions
 * @param limits bounds of a partition
 * @param firstPartBytes how much of a new segment has its space at once
 * @param clients how many clients there are
 * @param callsPerClient how much each of them does
 * @param accounts how many accounts of a currency they share in a partition
 * @param thinkNanos how long a client waits between two calls at most
 * @param loopDelayNanos how long a task waits for its loop at most
 * @param faultNanos how long accidents happen
 * @param incidents how many accidents there are
 * @param kinds which accidents there are: a seed leaves some kinds out (swarm testing)
 */
record Drawn(
        int partitions,
        RaftSettings first,
        Limits limits,
        long firstPartBytes,
        int clients,
        int callsPerClient,
        int accounts,
        long thinkNanos,
        long loopDelayNanos,
        long faultNanos,
        int incidents,
        Set<FaultKind> kinds) {
    private static final int SEGMENT_BYTES_MIN = 8 << 10;
    private static final int PARTITIONS_MAX = 3;

    /** Room for the largest command here, beside others. */
    private static final int FRAME_BYTES_MIN = 2 << 10;

    /** So many of the largest frames still fit when a node says that there is no room. */
    private static final int FRAMES_IN_FLIGHT_MAX = 3;

    /** What a partition takes part with; numbers count from 1. */
    RaftSettings raft(int partition) {
        LogSettings log = first.log();
        return new RaftSettings(
                first.node(),
                new LogSettings(
                        "partitions/" + partition,
                        partition,
                        log.segmentBytes(),
                        log.frameBytesMax(),
                        log.unsyncedBytesMax()),
                first.snapshotInterval());
    }

    /** So few in memory that every run asks for ids of all ages. */
    private static final Limits.Ids IDS = new Limits.Ids(50, 20);

    static Drawn of(Chance chance) {
        int segment = SEGMENT_BYTES_MIN << Math.min(chance.between(0, 7), chance.between(0, 7));
        int frame = Math.max(FRAME_BYTES_MIN, segment >> chance.between(2, 6));
        LogSettings log =
                new LogSettings("partitions/1", 1, segment, frame, frame * chance.between(1, 4));
        Limits limits =
                new Limits(
                        chance.between(4, 64),
                        chance.between(1, 50),
                        frame / 2,
                        chance.between(1, FRAMES_IN_FLIGHT_MAX),
                        chance.between(1, 10) * Scheduler.SECOND,
                        new Limits.State(
                                segment / 4,
                                Math.min(chance.between(3, 120), chance.between(3, 120)),
                                Long.MAX_VALUE,
                                IDS));
        Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            if (chance.percent(60)) {
                kinds.add(kind);
            }
        }
        return new Drawn(
                chance.percent(60) ? 1 : chance.between(2, PARTITIONS_MAX),
                new RaftSettings("node", log, chance.between(5, 50)),
                limits,
                segment / chance.between(1, 8),
                chance.between(2, 6),
                chance.between(10, 80),
                chance.between(3, 12),
                chance.between(1, 200) * Scheduler.MILLI,
                chance.between(1, 4_000) * 1_000L,
                chance.between(2, 10) * Scheduler.SECOND,
                kinds.isEmpty() ? 0 : chance.between(1, 8),
                kinds);
    }
}
