package io.windlass.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.windlass.edge.node.LoopVerticle;
import io.windlass.edge.node.Machine;
import io.windlass.edge.node.NodeService;
import io.windlass.edge.node.PartitionVerticle;
import io.windlass.edge.node.Pinning;
import io.windlass.edge.node.SystemClock;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.port.Disk;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The partitions of a node, each with its threads. */
final class NodePartitions {
    private final NodePlan plan;
    private final Vertx vertx;
    private final Disk disk;
    private final List<Feature<?>> features;
    private final NodeService service;
    private final MeterRegistry registry;
    private final Consumer<String> onFailure;
    private final List<String> deployed = new ArrayList<>();
    private final List<PartitionWatch> watches = new CopyOnWriteArrayList<>();

    NodePartitions(
            NodePlan plan,
            Vertx vertx,
            Disk disk,
            List<Feature<?>> features,
            NodeService service,
            MeterRegistry registry,
            Consumer<String> onFailure) {
        this.plan = plan;
        this.vertx = vertx;
        this.disk = disk;
        this.features = features;
        this.service = service;
        this.registry = registry;
        this.onFailure = onFailure;
    }

    /** Recovers all partitions; completes when each of them decides. */
    Future<Void> deploy() {
        Pinning pinning = plan.loops().isPinned() ? Pinning.on() : Pinning.off();
        Machine machine =
                new Machine(disk, new SystemClock(), new SecureRandom()::nextLong, pinning);
        List<PartitionVerticle> partitions = new ArrayList<>();
        List<Future<Void>> ready = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (int i = 1; i <= plan.partitions(); i++) {
            int number = i;
            LoopVerticle raft = new LoopVerticle(pinning);
            LoopVerticle reader = new LoopVerticle(Pinning.off());
            Promise<Void> isReady = Promise.promise();
            PartitionVerticle partition =
                    new PartitionVerticle(
                            machine,
                            raft,
                            reader,
                            plan.partition(number, features),
                            watch(number, isReady::tryComplete));
            partitions.add(partition);
            ready.add(isReady.future());
            all =
                    all.compose(done -> deployLoop(raft, "raft-" + number))
                            .compose(done -> deployLoop(reader, "reader-" + number))
                            .compose(done -> vertx.deployVerticle(partition))
                            .onSuccess(deployed::add)
                            .mapEmpty();
        }
        service.host(Map.of(Node.MONEY, List.copyOf(partitions)));
        return all.compose(done -> Future.all(ready)).mapEmpty();
    }

    /** Finishes what is in flight in all partitions and closes their logs. */
    Future<Void> undeploy() {
        Future<Void> all = Future.succeededFuture();
        for (String id : deployed) {
            all = all.compose(done -> vertx.undeploy(id));
        }
        return all;
    }

    /** The memory that the tables of all partitions hold, in bytes. Any thread. */
    long tableBytes() {
        return watches.stream().mapToLong(PartitionWatch::tableBytes).sum();
    }

    private PartitionWatch watch(int number, Runnable onReady) {
        PartitionMeters meters = new PartitionMeters(registry, number, features);
        PartitionWatch watch = new PartitionWatch(number, service, meters, onReady, onFailure);
        watches.add(watch);
        return watch;
    }

    /** The threads of a partition outlive it, until Vert.x itself is closed. */
    private Future<String> deployLoop(LoopVerticle loop, String name) {
        return vertx.deployVerticle(loop, LoopVerticle.oneThread(name));
    }
}
