package io.windlass.perf.replay;

import io.windlass.edge.node.SystemClock;
import io.windlass.features.wallet.WalletFeature;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.PartitionObserver;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.World;
import io.windlass.kernel.raft.RaftConsensus;
import io.windlass.kernel.raft.RaftSettings;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One partition of the wallet on its three threads, as a node runs it, and when it did what. */
final class MeasuredPartition implements PartitionObserver {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int FRAME_BYTES = 2 << 20;

    final WalletFeature feature = new WalletFeature();
    final CompletableFuture<Void> isReady = new CompletableFuture<>();
    final CompletableFuture<Void> madeSnapshot = new CompletableFuture<>();
    private final ThreadLoop partitionLoop = new ThreadLoop("partition");
    private final ThreadLoop raftLoop = new ThreadLoop("raft");
    private final ThreadLoop readerLoop = new ThreadLoop("reader");
    private final Partition partition;
    private final long startNanos = System.nanoTime();
    private long restoredNanos;
    private volatile SharedTable shared;

    MeasuredPartition(Disk disk, Limits.State state) {
        World world =
                new World(
                        disk,
                        new SystemClock(),
                        new SecureRandom()::nextLong,
                        partitionLoop,
                        raftLoop,
                        readerLoop);
        LogSettings log =
                new LogSettings("partitions/1", 1, 256 << 20, FRAME_BYTES, 4 * FRAME_BYTES);
        partition =
                new Partition(
                        1,
                        List.of(feature),
                        world,
                        new RaftConsensus(world, new RaftSettings("1", log, 10_000)),
                        new LogReader(disk, log),
                        new Limits(65_536, 8_192, 1 << 20, 2, 10_000_000_000L, state),
                        this);
        partitionLoop.execute(partition::start);
    }

    /** Runs something with the partition, on its loop. */
    void run(java.util.function.Consumer<Partition> action) {
        partitionLoop.execute(
                () -> {
                    action.accept(partition);
                    partition.tick();
                });
    }

    SharedTable shared() {
        return shared;
    }

    void stop() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        partitionLoop.execute(
                () -> partition.stop(() -> raftLoop.execute(() -> stopped.complete(null))));
        stopped.join();
        partitionLoop.stop();
        raftLoop.stop();
        readerLoop.stop();
    }

    @Override
    public void restored(long sequence, long bytes, long nanos) {
        restoredNanos = System.nanoTime() - startNanos;
        System.out.printf(
                "snapshot_bytes=%d snapshot_load_s=%.3f%n", bytes, nanos / NANOS_PER_SECOND);
    }

    @Override
    public void snapshotMade(long sequence, long bytes, long nanos) {
        System.out.printf(
                "snapshot_made_bytes=%d snapshot_made_s=%.3f%n", bytes, nanos / NANOS_PER_SECOND);
        madeSnapshot.complete(null);
    }

    @Override
    public void snapshotFailed(long sequence, Exception why) {
        System.out.println("snapshot failed: " + why);
    }

    @Override
    public void recovering(long index, long commitIndex) {}

    @Override
    public void recovered(long frames, long events) {
        double seconds = (System.nanoTime() - startNanos - restoredNanos) / NANOS_PER_SECOND;
        double cpu =
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_SECOND;
        System.out.printf(
                "replayed_frames=%d replayed_events=%d replay_s=%.3f events_per_s=%.0f"
                        + " events_per_cpu_s=%.0f%n",
                frames, events, seconds, events / seconds, events / cpu);
    }

    @Override
    public void ready() {
        System.out.printf(
                "ready_s=%.3f digest=%016x%n",
                (System.nanoTime() - startNanos) / NANOS_PER_SECOND, partition.digest());
        isReady.complete(null);
    }

    @Override
    public void published(SharedTable table) {
        shared = table;
    }

    @Override
    public void committed(int events, long nanos) {}

    @Override
    public void failed(Throwable cause) {
        isReady.completeExceptionally(cause);
    }
}
