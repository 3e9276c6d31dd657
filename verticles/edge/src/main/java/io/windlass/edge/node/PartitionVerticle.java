package io.windlass.edge.node;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.partition.Alignment;
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
public final class PartitionVerticle extends VerticleBase implements Alignment.Post {
    private final Machine machine;
    private final PartitionSettings settings;
    private final PartitionObserver observer;
    private final LoopVerticle raft;
    private final LoopVerticle reader;
    private Partition partition;
    private Mailbox<Errand> mailbox;

    /**
     * A partition that has not been deployed.
     *
     * @param raft the thread of its Raft member and log; deployed before and undeployed after this
     * @param reader the thread that reads its log back; likewise
     */
    public PartitionVerticle(
            Machine machine,
            LoopVerticle raft,
            LoopVerticle reader,
            PartitionSettings settings,
            PartitionObserver observer) {
        super();
        this.machine = machine;
        this.raft = raft;
        this.reader = reader;
        this.settings = settings;
        this.observer = observer;
    }

    /** Begins recovery; the observer hears when the partition is ready. */
    @Override
    public Future<?> start() {
        machine.pinning().bind();
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
                        world.partitionLoop(),
                        settings.limits().mailboxBytes(),
                        Errand::bytes,
                        errand -> errand.run(partition),
                        partition::tick);
        partition.start();
        return Future.succeededFuture();
    }

    /** Finishes what is in flight and closes the log. */
    @Override
    public Future<?> stop() {
        Promise<Void> stopped = Promise.promise();
        Loop back = new ContextLoop(context);
        partition.stop(() -> raft.loop().execute(() -> back.execute(() -> stopped.complete())));
        return stopped.future();
    }

    /** The partition's settings. */
    public PartitionSettings settings() {
        return settings;
    }

    /** Any thread. */
    @Override
    public boolean post(Consumer<Partition> task) {
        return send(task::accept);
    }

    /**
     * Runs something with the partition, on its loop; false if too much waits already. Any thread.
     */
    boolean send(Errand errand) {
        return mailbox.offer(errand);
    }
}
