package io.windlass.kernel.partition;

import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.World;
import io.windlass.kernel.snapshot.Loaded;
import io.windlass.kernel.snapshot.SnapshotWriter;
import io.windlass.kernel.snapshot.Snapshots;
import io.windlass.kernel.table.Tables;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * When a partition's snapshots are loaded and made: the cut on the partition's loop, everything
 * that waits for the disk on the reader's.
 *
 * <p>A state that has grown is written less often: not before the log has grown by half of what the
 * newest snapshot takes. So snapshots of a state that grows slowly write about twice what the log
 * does at most, and a start reads about half as much of the log as of the snapshot. From 64 MiB on
 * it is twice as much instead of half: with a million accounts under full load snapshots were made
 * one behind the other, and 799,000 transfers a second became 755,000.
 */
final class SnapshotSchedule {
    private static final long LARGE_BYTES = 64L << 20;

    private final World world;
    private final Limits.State limits;
    private final Snapshots snapshots;
    private final PartitionObserver observer;
    private long bytes;
    private long events;
    private long newestBytes;
    private volatile int waiting;
    private boolean busy;

    /** Makes what a snapshot is made of. */
    interface Source {
        /** The rows as they are now. */
        Snapshots.Subject subject();
    }

    SnapshotSchedule(
            World world, Limits.State limits, Snapshots snapshots, PartitionObserver observer) {
        this.world = world;
        this.limits = limits;
        this.snapshots = snapshots;
        this.observer = observer;
    }

    /** Fills empty tables from the newest valid snapshot; they are not to be touched meanwhile. */
    void restore(Tables tables, Consumer<Optional<Loaded>> then, Consumer<Throwable> onError) {
        world.readerLoop()
                .execute(
                        () -> {
                            try {
                                restoreThere(tables, then);
                            } catch (IOException | RuntimeException e) {
                                world.partitionLoop().execute(() -> onError.accept(e));
                            }
                        });
    }

    /** Counts what a snapshot made now would spare the next start. */
    void committed(Consensus.Proposal frame) {
        bytes += frame.bytes().length;
        events += frame.count();
    }

    /** Makes a snapshot if it is time and none is being made. */
    void makeIfDue(Source source) {
        boolean isTime = bytes >= limits.snapshotBytes() || events >= limits.snapshotEvents();
        if (!isTime || bytes < growth(newestBytes)) {
            return;
        }
        if (busy) {
            waiting = 1;
            return;
        }
        busy = true;
        waiting = 0;
        bytes = 0;
        events = 0;
        long since = world.clock().monotonicNanos();
        Snapshots.Subject subject = source.subject();
        SnapshotWriter writer = snapshots.writer(subject);
        new SteppedWork(
                        world,
                        writer::step,
                        () -> waiting,
                        () -> written(writer, subject, since),
                        problem -> failed(writer, problem))
                .begin();
    }

    /** By how many bytes the log grows at least behind a snapshot of so many. */
    static long growth(long newestBytes) {
        return newestBytes < LARGE_BYTES ? newestBytes / 2 : 2 * newestBytes;
    }

    private void restoreThere(Tables tables, Consumer<Optional<Loaded>> then) throws IOException {
        long since = world.clock().monotonicNanos();
        Optional<Loaded> loaded = snapshots.load(tables, this::warn);
        long nanos = world.clock().monotonicNanos() - since;
        world.partitionLoop()
                .execute(
                        () -> {
                            loaded.ifPresent(found -> restored(found, nanos));
                            then.accept(loaded);
                        });
    }

    private void restored(Loaded found, long nanos) {
        newestBytes = found.bytes();
        observer.restored(found.from().sequence(), found.bytes(), nanos);
    }

    private void warn(long sequence, Exception why) {
        world.partitionLoop().execute(() -> observer.snapshotFailed(sequence, why));
    }

    private void written(SnapshotWriter writer, Snapshots.Subject subject, long since) {
        long nanos = world.clock().monotonicNanos() - since;
        long size = writer.bytes();
        world.partitionLoop()
                .execute(
                        () -> {
                            busy = false;
                            subject.cut().release();
                            newestBytes = size;
                            observer.snapshotMade(writer.sequence(), size, nanos);
                        });
    }

    private void failed(SnapshotWriter writer, Exception why) {
        warn(writer.sequence(), why);
        world.partitionLoop().execute(() -> busy = false);
    }
}
