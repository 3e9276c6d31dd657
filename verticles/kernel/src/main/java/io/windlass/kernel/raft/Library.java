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

/** Joins what we lend into one node of the library. */
record Library(
        World world,
        RaftSettings settings,
        RaftTasks tasks,
        FrameMachine machine,
        FrameStore store,
        RaftNodeReportListener reports) {
    private static final int PENDING_ENTRIES = 2_000;

    /** A node that has not started: a new one, or one that goes on from these entries. */
    RaftNode build(ReplicaRecord record, List<FrameOperation> entries) {
        RaftNode.RaftNodeBuilder builder =
                RaftNode.newBuilder()
                        .setGroupId(settings.log().partition())
                        .setConfig(config())
                        .setExecutor(tasks)
                        .setTransport(new NoPeers())
                        .setStateMachine(machine)
                        .setStore(store)
                        .setRandom(new Random(world.entropy().next()))
                        .setClock(new ScaledClock(world.clock()))
                        .setRaftNodeReportListener(reports);
        if (record.term() == 0) {
            Member self = new Member(record.member());
            return builder.setLocalEndpoint(self).setInitialGroupMembers(List.of(self)).build();
        }
        return builder.setRestoredState(RestoredReplica.of(record, entries)).build();
    }

    /** The library's log has to hold two snapshot intervals: see the package page. */
    private RaftConfig config() {
        return RaftConfig.newBuilder()
                .setCommitCountToTakeSnapshot(settings.snapshotInterval())
                .setMaxPendingLogEntryCount(settings.snapshotInterval() + PENDING_ENTRIES)
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
