package io.windlass.kernel.raft;

import io.microraft.RaftConfig;
import io.microraft.RaftEndpoint;
import io.microraft.RaftNode;
import io.microraft.model.message.RaftMessage;
import io.microraft.report.RaftNodeReportListener;
import io.microraft.transport.Transport;
import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.World;
import java.util.List;
import java.util.Random;

/**
 * The library's node, made from what it is lent.
 *
 * @param world where clock and chance come from
 * @param settings how the replica takes part
 * @param tasks what runs its tasks
 * @param machine what it applies committed entries to
 * @param store where it keeps entries
 */
record Library(
        World world,
        RaftSettings settings,
        RaftTasks tasks,
        FrameMachine machine,
        FrameStore store) {
    private static final int PENDING_ENTRIES = 2_000;

    RaftNode node(
            ReplicaRecord record, List<FrameOperation> entries, RaftNodeReportListener listener) {
        RaftNode.RaftNodeBuilder builder =
                RaftNode.newBuilder()
                        .setGroupId(settings.log().partition())
                        .setConfig(config(entries.size()))
                        .setExecutor(tasks)
                        .setTransport(new NoPeers())
                        .setStateMachine(machine)
                        .setStore(store)
                        .setRandom(new Random(world.entropy().next()))
                        .setClock(new ScaledClock(world.clock()))
                        .setRaftNodeReportListener(listener);
        if (record.term() == 0) {
            Member self = new Member(record.member());
            return builder.setLocalEndpoint(self).setInitialGroupMembers(List.of(self)).build();
        }
        return builder.setRestoredState(RestoredReplica.of(record, entries)).build();
    }

    /**
     * The library's log has to hold two snapshot intervals, see the package page, and all that an
     * earlier run with another interval left behind.
     */
    private RaftConfig config(int restoredEntries) {
        int interval = settings.snapshotInterval();
        return RaftConfig.newBuilder()
                .setCommitCountToTakeSnapshot(interval)
                .setMaxPendingLogEntryCount(Math.max(interval, restoredEntries) + PENDING_ENTRIES)
                .build();
    }

    /** The transport of a group of one: there is nobody to send to. */
    private static final class NoPeers implements Transport {
        @Override
        public void send(RaftEndpoint target, RaftMessage message) {
            throw new Invariant("a group of one has nobody to send to");
        }

        @Override
        public boolean isReachable(RaftEndpoint endpoint) {
            return false;
        }
    }
}
