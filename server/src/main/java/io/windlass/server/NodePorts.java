package io.windlass.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.windlass.edge.binary.BinarySettings;
import io.windlass.edge.binary.BinaryVerticle;
import io.windlass.edge.binary.SharedBinary;
import io.windlass.edge.http.HttpSettings;
import io.windlass.edge.http.HttpVerticle;
import io.windlass.edge.http.SharedHttp;
import io.windlass.edge.net.OpenConnections;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.partition.Service;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ports of a node: one for each protocol, served by as many event loops. */
final class NodePorts {
    private static final Logger LOG = LoggerFactory.getLogger(NodePorts.class);

    private final NodePlan plan;
    private final List<Feature<?>> features;
    private final Service service;
    private final PrometheusMeterRegistry registry;
    private final PortServers servers;

    NodePorts(
            NodePlan plan,
            Vertx vertx,
            List<Feature<?>> features,
            Service service,
            PrometheusMeterRegistry registry) {
        this.plan = plan;
        this.servers = new PortServers(vertx, plan.loops().http());
        this.features = features;
        this.service = service;
        this.registry = registry;
    }

    /** Completes with the port of HTTP; all servers of a protocol share theirs. */
    Future<Integer> deploy(NodeInfo info) {
        HttpSettings http = plan.http().settings();
        OpenConnections all = new OpenConnections();
        SharedHttp shared = SharedHttp.of(registry, plan.http().callers(), http.sizes(), all);
        SharedBinary sharedBinary =
                SharedBinary.of(registry, shared.callers(), all, shared.bodies());
        BinarySettings binary = plan.binary().settings();
        return servers.deploy(
                        () -> new BinaryVerticle(binary, features, service, sharedBinary),
                        BinaryVerticle::port,
                        binary.address())
                .compose(
                        port -> {
                            info.binaryPort(port);
                            LOG.info("binary protocol on {}:{}", binary.address().host(), port);
                            return servers.deploy(
                                    () -> new HttpVerticle(http, features, service, info, shared),
                                    HttpVerticle::port,
                                    http.address());
                        });
    }

    /** Closes them. */
    Future<Void> undeploy() {
        return servers.undeploy();
    }
}
