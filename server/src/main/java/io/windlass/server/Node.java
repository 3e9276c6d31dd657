package io.windlass.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.windlass.edge.disk.FileDisk;
import io.windlass.edge.node.LoopLag;
import io.windlass.edge.node.NodeService;
import io.windlass.kernel.feature.Feature;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * One node: wires features, partitions and protocols together, in this order, and takes them apart
 * in the reverse one.
 */
final class Node {
    static final String MONEY = "money";

    private final NodePlan plan;
    private final FileDisk disk;
    private final Vertx vertx;
    private final NodeService service;
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Feature<?>> features = Features.all();
    private final NodePartitions partitions;
    private final NodePorts ports;

    /**
     * A node that has not started; holds its data directory.
     *
     * @param onFailure told when a partition has stopped for good
     */
    Node(NodePlan plan, FileDisk disk, Consumer<String> onFailure) {
        this.plan = plan;
        this.disk = disk;
        this.vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setPreferNativeTransport(true)
                                .setEventLoopPoolSize(plan.loops().all()));
        this.service = new NodeService(vertx);
        this.partitions =
                new NodePartitions(plan, vertx, disk, features, service, registry, onFailure);
        this.ports = new NodePorts(plan, vertx, features, service, registry);
    }

    /** Recovers all partitions and opens the ports; completes with the HTTP port when ready. */
    Future<Integer> start() {
        NodeInfo info =
                new NodeInfo(
                        plan.nodeId(),
                        plan.partitions(),
                        plan.allLimits(),
                        service,
                        partitions,
                        registry);
        return measureLoops()
                .compose(done -> ports.deploy(info))
                .compose(
                        port ->
                                partitions
                                        .deploy()
                                        .compose(done -> alignShared())
                                        .map(
                                                done -> {
                                                    service.open();
                                                    return port;
                                                }));
    }

    /** Before all else: Vert.x gives its loops out in turn, so here each of them gets one. */
    private Future<String> measureLoops() {
        int loops = plan.loops().all();
        return vertx.deployVerticle(
                () -> new LoopLag(registry), new DeploymentOptions().setInstances(loops));
    }

    /** Closes the ports, finishes what is in flight, closes the files. */
    Future<Void> stop() {
        return ports.undeploy()
                .compose(done -> partitions.undeploy())
                .compose(done -> vertx.close())
                .compose(done -> closeDisk());
    }

    /** A stop between two partitions may have left a shared change in only some of them. */
    private Future<Void> alignShared() {
        Future<Void> all = Future.succeededFuture();
        for (Feature<?> feature : features) {
            all =
                    all.compose(
                            done -> {
                                Promise<Void> aligned = Promise.promise();
                                service.align(feature, everywhere -> aligned.complete());
                                return aligned.future();
                            });
        }
        return all;
    }

    private Future<Void> closeDisk() {
        try {
            disk.close();
            return Future.succeededFuture();
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }
}
