package io.windlass.server;

import io.windlass.edge.node.NodeService;
import io.windlass.kernel.archive.DamagedArchiveException;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.log.DamagedLogException;
import io.windlass.kernel.partition.PartitionObserver;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to one partition: progress of its recovery, meters, readiness, its end. */
final class PartitionWatch implements PartitionObserver {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionWatch.class);

    private static final double NANOS_PER_SECOND = 1e9;

    private final int partition;
    private final NodeService service;
    private final PartitionMeters meters;
    private final ProgressBar progress;
    private final Runnable onReady;
    private final Consumer<String> onFailure;
    private final long startNanos = System.nanoTime();
    private long replayFromNanos = startNanos;
    private volatile long tableBytes;

    PartitionWatch(
            int partition,
            NodeService service,
            PartitionMeters meters,
            Runnable onReady,
            Consumer<String> onFailure) {
        this.partition = partition;
        this.service = service;
        this.meters = meters;
        this.progress = ProgressBar.onTerminal(System.err);
        this.onReady = onReady;
        this.onFailure = onFailure;
    }

    /** The memory that the partition's tables hold, in bytes. Any thread. */
    long tableBytes() {
        return tableBytes;
    }

    @Override
    public void restored(long sequence, long bytes, long nanos) {
        replayFromNanos = System.nanoTime();
        meters.recovered(sequence);
        LOG.info(
                "{}",
                String.format(
                        Locale.ROOT,
                        "partition %d loaded the snapshot at %d:%d, %d bytes in %.3f s",
                        partition,
                        partition,
                        sequence,
                        bytes,
                        nanos / NANOS_PER_SECOND));
    }

    @Override
    public void snapshotMade(long sequence, long bytes, long nanos) {
        LOG.info(
                "{}",
                String.format(
                        Locale.ROOT,
                        "partition %d made a snapshot at %d:%d, %d bytes in %.3f s",
                        partition,
                        partition,
                        sequence,
                        bytes,
                        nanos / NANOS_PER_SECOND));
    }

    @Override
    public void snapshotFailed(long sequence, Exception why) {
        LOG.warn(
                "partition {} goes on without its snapshot at {}:{}, the log has everything: {}",
                partition,
                partition,
                sequence,
                why.toString());
    }

    @Override
    public void sealed(int rows, long sequence, long nanos) {
        LOG.info(
                "{}",
                String.format(
                        Locale.ROOT,
                        "partition %d put %d ids up to %d:%d into a file in %.3f s",
                        partition,
                        rows,
                        partition,
                        sequence,
                        nanos / NANOS_PER_SECOND));
    }

    @Override
    public void sealingFailed(Exception why) {
        LOG.warn("partition {} keeps old ids in memory for now: {}", partition, why.toString());
    }

    @Override
    public void room(boolean enough) {
        if (enough) {
            LOG.info("partition {} has space on disk again and takes writes", partition);
        } else {
            LOG.error(
                    "partition {} has no space on disk: it refuses writes, reads go on", partition);
        }
    }

    @Override
    public void memory(long bytes) {
        tableBytes = bytes;
    }

    @Override
    public void recovering(long index, long commitIndex) {
        progress.show("partition " + partition, index, commitIndex);
    }

    @Override
    public void recovered(long frames, long replayed) {
        meters.recovered(replayed);
        double seconds = (System.nanoTime() - replayFromNanos) / NANOS_PER_SECOND;
        LOG.info(
                "{}",
                String.format(
                        Locale.ROOT,
                        "partition %d replayed %d frames with %d events in %.3f s (%.0f events/s)",
                        partition,
                        frames,
                        replayed,
                        seconds,
                        replayed / seconds));
    }

    @Override
    public void ready() {
        onReady.run();
    }

    @Override
    public void published(SharedTable table) {
        service.published(partition, table);
    }

    @Override
    public void counted(int type, int count) {
        meters.counted(type, count);
    }

    @Override
    public void committed(int count, long nanos) {
        meters.committed(count, nanos);
    }

    @Override
    public void synced(long written, long nanos) {
        meters.synced(written, nanos);
    }

    @Override
    public void failed(Throwable cause) {
        onFailure.accept("partition " + partition + " stopped: " + reason(cause));
    }

    private static String reason(Throwable cause) {
        if (cause instanceof DamagedLogException damaged) {
            return damaged.getMessage();
        }
        if (cause instanceof DamagedArchiveException damaged) {
            return damaged.getMessage()
                    + "; put it back from a backup, or remove it and start again: it is made anew"
                    + " from the log";
        }
        return cause instanceof IOException failure
                ? "its disk failed, "
                        + failure.getMessage()
                        + "; nothing more is written. Repair the disk or make room, then start"
                        + " again: what was acknowledged is kept"
                : "this is a bug, " + cause;
    }
}
