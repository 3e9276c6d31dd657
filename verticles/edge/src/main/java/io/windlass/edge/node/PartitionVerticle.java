package io.windlass.edge.node;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.PartitionObserver;
import io.windlass.kernel.port.Loop;
import io.windlass.kernel.port.World;
import io.windlass.kernel.raft.RaftConsensus;
import java.util.function.Consumer;

/**
 * Owns one partition on its event loop; its Raft member and the reading of its log have a worker
 * thread each.
 */
public final class PartitionVerticle extends VerticleBase {
    private static final int MAILBOX = 65_536;

    private final Machine machine;
    private final PartitionSettings settings;
    private final PartitionObserver observer;
    private final LoopVerticle raft = new LoopVerticle();
    private final LoopVerticle reader = new LoopVerticle();
    private Partition partition;
    private Mailbox<Consumer<Partition>> mailbox;

    /** A partition that has not been deployed. */
    public PartitionVerticle(
            Machine machine, PartitionSettings settings, PartitionObserver observer) {
        super();
        this.machine = machine;
        this.settings = settings;
        this.observer = observer;
    }

    /** Begins recovery; the observer hears when the partition is ready. */
    @Override
    public Future<?> start() {
        int number = settings.number();
        return vertx.deployVerticle(raft, LoopVerticle.oneThread("raft-" + number))
                .compose(
                        done ->
                                vertx.deployVerticle(
                                        reader, LoopVerticle.oneThread("reader-" + number)))
                .onSuccess(done -> begin());
    }

    /** Finishes what is in flight and closes the log. */
    @Override
    public Future<?> stop() {
        Promise<Void> stopped = Promise.promise();
        Loop back = new ContextLoop(context);
        partition.stop(
                () -> raft.loop().execute(() -> back.execute(() -> stopped.complete())));
        return stopped.future();
    }

    /** The partition's settings. */
    public PartitionSettings settings() {
        return settings;
    }

    /** Runs something with the partition, on its loop; false if too much waits already. Any thread. */
    boolean post(Consumer<Partition> task) {
        return mailbox.offer(task);
    }

    private void begin() {
        World world =
                new World(
                        machine.disk(),
                        machine.clock(),
                        machine.entropy(),
                        new ContextLoop(context),
                        raft.loop(),
                        reader.loop());
        partition =
                new Partition(
                        settings.number(),
                        settings.features(),
                        world,
                        new RaftConsensus(world, settings.raft()),
                        new LogReader(machine.disk(), settings.raft().log()),
                        settings.limits(),
                        observer);
        mailbox =
                new Mailbox<>(
                        new ContextLoop(context),
                        MAILBOX,
                        task -> task.accept(partition),
                        partition::tick);
        partition.start();
    }
}
