package io.windlass.server;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.windlass.edge.net.Address;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Servers of ports, so many for each port, each on an event loop of its own. */
final class PortServers {
    private final Vertx vertx;
    private final int instances;
    private final List<String> deployed = new ArrayList<>();

    PortServers(Vertx vertx, int instances) {
        this.vertx = vertx;
        this.instances = instances;
    }

    /** Completes with the port, which all of them share. */
    <V extends Deployable> Future<Integer> deploy(
            Supplier<V> maker, ToIntFunction<V> port, Address address) {
        List<V> servers = Stream.generate(maker).limit(instances).toList();
        Iterator<V> next = servers.iterator();
        return vertx.deployVerticle(
                        next::next, new DeploymentOptions().setInstances(servers.size()))
                .map(this::remember)
                .map(done -> port.applyAsInt(servers.get(0)))
                .recover(problem -> cannotListen(address, problem));
    }

    private static Future<Integer> cannotListen(Address address, Throwable problem) {
        String place = address.host() + ":" + address.port();
        return Future.failedFuture(
                new IOException(
                        "cannot listen on " + place + ": " + problem.getMessage(), problem));
    }

    /** Closes all of them, port by port. */
    Future<Void> undeploy() {
        Future<Void> all = Future.succeededFuture();
        for (String id : deployed) {
            all = all.compose(done -> vertx.undeploy(id));
        }
        return all;
    }

    private Void remember(String id) {
        deployed.add(id);
        return null;
    }
}
