package io.windlass.kernel.raft;

import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.persistence.RaftEndpointPersistentState;
import io.microraft.model.persistence.RaftTermPersistentState;
import io.microraft.persistence.RaftStore;
import io.windlass.base.check.Invariant;
import io.windlass.kernel.log.FrameHeader;
import io.windlass.kernel.log.SegmentedLog;
import io.windlass.kernel.port.Clock;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.World;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The library's store over our log. The first error is reported and latched: every later call
 * fails, because the library itself would log it and go on.
 */
final class FrameStore implements RaftStore {
    private final Disk disk;
    private final Clock clock;
    private final Notices notices;
    private final String directory;
    private final SegmentedLog log;
    private final LongSupplier commitIndex;
    private final Consumer<Throwable> onError;
    private ReplicaRecord saved;
    private long unsyncedBytes;
    private boolean failed;

    FrameStore(
            World world,
            Notices notices,
            RaftSettings settings,
            SegmentedLog log,
            ReplicaRecord saved,
            LongSupplier commitIndex,
            Consumer<Throwable> onError) {
        this.disk = world.disk();
        this.clock = world.clock();
        this.notices = notices;
        this.directory = settings.log().directory();
        this.log = log;
        this.saved = saved;
        this.commitIndex = commitIndex;
        this.onError = onError;
    }

    /** The members and this replica's own id were saved when its directory was formatted. */
    @Override
    public void persistAndFlushLocalEndpoint(RaftEndpointPersistentState local) {
        Invariant.hold(
                local.getLocalEndpoint().getId().equals(saved.member()),
                "the library has another id for this replica than its record");
    }

    @Override
    public void persistAndFlushInitialGroupMembers(RaftGroupMembersView members) {
        Invariant.hold(members.getMembers().size() == 1, "a group of more than one member");
    }

    @Override
    public void persistAndFlushTerm(RaftTermPersistentState term) throws IOException {
        String vote = term.getVotedFor() == null ? "" : term.getVotedFor().getId().toString();
        save(saved.withTerm(term.getTerm(), vote));
    }

    @Override
    public void persistLogEntries(List<LogEntry> entries) throws IOException {
        guarded(
                () -> {
                    for (LogEntry entry : entries) {
                        append(entry);
                    }
                });
    }

    @Override
    public void persistSnapshotChunk(SnapshotChunk chunk) throws IOException {
        long sequence = (Long) chunk.getOperation();
        save(saved.withSnapshot(new LogPosition(chunk.getIndex(), chunk.getTerm(), sequence)));
        log.forgetUntil(saved.older().index());
    }

    @Override
    public void truncateLogEntriesFrom(long index) throws IOException {
        guarded(() -> log.truncateFrom(index));
    }

    /** Nothing that was committed is deleted: only the library's logical start moves. */
    @Override
    public void truncateLogEntriesUntil(long index) {}

    /** A snapshot position is replaced by the next one, it has no file of its own. */
    @Override
    public void deleteSnapshotChunks(long index, int count) {}

    @Override
    public void flush() throws IOException {
        long started = clock.monotonicNanos();
        guarded(log::flush);
        if (unsyncedBytes > 0) {
            long bytes = unsyncedBytes;
            long nanos = clock.monotonicNanos() - started;
            unsyncedBytes = 0;
            notices.add(listener -> listener.synced(bytes, nanos));
        }
    }

    private void append(LogEntry entry) throws IOException {
        FrameOperation operation = (FrameOperation) entry.getOperation();
        FrameHeader header =
                operation.headerFor(entry.getIndex(), entry.getTerm(), commitIndex.getAsLong());
        operation.stored(header, log.append(header, operation.payload()));
        unsyncedBytes += header.length();
    }

    private void save(ReplicaRecord next) throws IOException {
        guarded(
                () -> {
                    next.save(disk, directory);
                    saved = next;
                });
    }

    private void guarded(Step step) throws IOException {
        if (failed) {
            throw new IOException("the log has failed before");
        }
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            failed = true;
            onError.accept(e);
            throw e;
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
