package io.windlass.kernel.raft;

import io.microraft.RaftEndpoint;
import io.microraft.model.impl.log.DefaultLogEntryOrBuilder;
import io.microraft.model.impl.log.DefaultRaftGroupMembersViewOrBuilder;
import io.microraft.model.impl.log.DefaultSnapshotChunkOrBuilder;
import io.microraft.model.impl.log.DefaultSnapshotEntryOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftEndpointPersistentStateOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftTermPersistentStateOrBuilder;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotEntry;
import io.microraft.persistence.RestoredRaftState;
import java.util.List;

/** What the library is given at a restart, in its own types. */
final class RestoredReplica {
    private RestoredReplica() {}

    /** The state from the older snapshot position on. */
    static RestoredRaftState of(ReplicaRecord record, List<FrameOperation> entries) {
        Member self = new Member(record.member());
        RaftGroupMembersView members =
                new DefaultRaftGroupMembersViewOrBuilder()
                        .setLogIndex(0)
                        .setMembers(List.<RaftEndpoint>of(self))
                        .setVotingMembers(List.<RaftEndpoint>of(self))
                        .build();
        return new RestoredRaftState(
                new DefaultRaftEndpointPersistentStateOrBuilder()
                        .setLocalEndpoint(self)
                        .setVoting(true)
                        .build(),
                members,
                new DefaultRaftTermPersistentStateOrBuilder()
                        .setTerm(record.term())
                        .setVotedFor(record.vote().isEmpty() ? null : new Member(record.vote()))
                        .build(),
                snapshot(record.older(), members),
                entries.stream().map(RestoredReplica::entry).toList());
    }

    private static SnapshotEntry snapshot(LogPosition position, RaftGroupMembersView members) {
        if (position.index() == 0) {
            return new DefaultSnapshotEntryOrBuilder().build();
        }
        return new DefaultSnapshotEntryOrBuilder()
                .setIndex(position.index())
                .setTerm(position.term())
                .setSnapshotChunks(
                        List.of(
                                new DefaultSnapshotChunkOrBuilder()
                                        .setIndex(position.index())
                                        .setTerm(position.term())
                                        .setOperation(position.sequence())
                                        .setSnapshotChunkIndex(0)
                                        .setSnapshotChunkCount(1)
                                        .setGroupMembersView(members)
                                        .build()))
                .setGroupMembersView(members)
                .build();
    }

    private static LogEntry entry(FrameOperation operation) {
        return new DefaultLogEntryOrBuilder()
                .setIndex(operation.header().index())
                .setTerm(operation.header().term())
                .setOperation(operation)
                .build();
    }
}
