package io.windlass.kernel.backup;

import io.windlass.kernel.log.CommitHint;
import io.windlass.kernel.log.LogCopy;
import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.port.CopyTarget;
import io.windlass.kernel.port.ReadableDisk;
import io.windlass.kernel.raft.ReplicaCopy;
import io.windlass.kernel.snapshot.Loaded;
import io.windlass.kernel.snapshot.SnapshotCopy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The copy of one partition, in the steps that the package page lists. */
final class PartitionCopy implements Closeable {
    private final ReadableDisk disk;
    private final LogSettings settings;
    private final CopyTarget target;
    private final BackupProgress progress;
    private final LogCopy log;
    private Optional<Loaded> snapshot = Optional.empty();
    private Optional<ReplicaCopy> replica = Optional.empty();
    private long committed;

    PartitionCopy(DirectoryCopy whole, LogSettings settings, ByteBuffer block) {
        this.disk = whole.disk();
        this.settings = settings;
        this.target = whole.target();
        this.progress = whole.progress();
        this.log = new LogCopy(disk, settings, target, block);
    }

    /** The first step: snapshot, record, hint. */
    void begin() throws IOException {
        snapshot = new SnapshotCopy(disk, settings, target).copy();
        replica = ReplicaCopy.copy(disk, settings.directory(), target);
        committed =
                Math.max(
                        hint(),
                        Math.max(
                                snapshot.map(loaded -> loaded.from().index()).orElse(0L),
                                replica.map(ReplicaCopy::index).orElse(0L)));
    }

    /** The second step: what was committed at the first. */
    void copyCommitted() throws IOException {
        copy(committed, Long.MAX_VALUE);
    }

    /** The third step: what was stamped up to a moment. */
    void copyUntil(long timeNanos) throws IOException {
        copy(Math.max(committed, hint()), timeNanos);
    }

    /** The last step. */
    CopiedPartition finish() throws IOException {
        if (replica.isPresent()) {
            target.append(
                    CommitHint.path(settings.directory()),
                    ByteBuffer.wrap(CommitHint.file(log.index())));
        }
        return new CopiedPartition(
                settings.partition(),
                log.index(),
                log.sequence(),
                snapshot.map(loaded -> loaded.from().sequence()));
    }

    /** The newest time in what was copied. */
    long timeNanos() {
        return log.timeNanos();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private void copy(long index, long timeNanos) throws IOException {
        if (replica.isPresent()) {
            log.until(
                    new LogCopy.Bounds(index, replica.get().term(), timeNanos),
                    at -> progress.at(settings.partition(), at, index));
        }
    }

    private long hint() throws IOException {
        return CommitHint.look(disk, settings.directory());
    }
}
