package io.windlass.edge.binary;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.windlass.edge.net.Certificates;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.partition.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A server for the binary protocol on one event loop; several of the same settings share the port.
 *
 * <p>It answers the requests of a connection in any order.
 */
public final class BinaryVerticle extends VerticleBase {
    private static final long LOOK_MILLIS_MAX = 500;
    private static final int LOOKS_PER_LIMIT = 4;
    private static final long GO_AWAY_MILLIS = 2_000;
    private static final long LEAVE_MILLIS = 50;

    private final BinarySettings settings;
    private final SharedBinary shared;
    private final Session.Desks desks;
    private final Set<Connection> connections = new HashSet<>();
    private int port;
    private boolean isStopping;

    /**
     * A server that is not started.
     *
     * @param settings where it listens, and its limits
     * @param features whose commands and calls it takes
     * @param service what serves them
     * @param shared what all servers of a node share
     */
    public BinaryVerticle(
            BinarySettings settings,
            List<Feature<?>> features,
            Service service,
            SharedBinary shared) {
        this.settings = settings;
        this.shared = shared;
        this.desks =
                new Session.Desks(
                        PackedDoor.of(features, service),
                        CallDesk.of(features, service, settings.bodyBytesMax()));
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(lookMillis(), turn -> look());
        return vertx.createNetServer(settings.options())
                .connectHandler(this::opened)
                .listen()
                .onSuccess(this::listens);
    }

    /** Tells all clients that it ends, and waits a while until they have their answers. */
    @Override
    public Future<?> stop() {
        isStopping = true;
        Promise<Void> left = Promise.promise();
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GO_AWAY_MILLIS);
        List.copyOf(connections).forEach(connection -> connection.goAway(GO_AWAY_MILLIS));
        vertx.setPeriodic(
                1,
                LEAVE_MILLIS,
                turn -> {
                    long nowNanos = System.nanoTime();
                    List.copyOf(connections).forEach(connection -> connection.leave(nowNanos));
                    if (connections.isEmpty() || nowNanos - endNanos > 0) {
                        vertx.cancelTimer(turn);
                        left.complete();
                    }
                });
        return left.future();
    }

    /** The port it listens on once it is deployed. */
    public int port() {
        return port;
    }

    private void listens(NetServer server) {
        port = server.actualPort();
        settings.tls()
                .ifPresent(
                        files -> new Certificates(vertx, files, server::updateSSLOptions).watch());
    }

    private void opened(NetSocket socket) {
        NetSocketInternal inner = (NetSocketInternal) socket;
        Connection connection = new Connection(inner, shared, desks, settings);
        String address = socket.remoteAddress().hostAddress();
        boolean isAllowed = shared.connections().opened(address, settings.connections());
        connections.add(connection);
        socket.closeHandler(
                gone -> {
                    connections.remove(connection);
                    connection.closed();
                    shared.connections().closed(address);
                });
        connection.open(System.nanoTime());
        if (isStopping) {
            connection.end();
        } else if (!isAllowed) {
            connection.end(
                    new Breach(ProtocolError.TOO_MANY_CONNECTIONS, "close another connection"));
        }
    }

    private void look() {
        long nowNanos = System.nanoTime();
        new ArrayList<>(connections).forEach(connection -> connection.look(nowNanos));
    }

    private long lookMillis() {
        long shortest =
                Math.min(
                        settings.times().hello().toMillis(),
                        Math.min(
                                settings.times().frame().toMillis(),
                                settings.times().idle().toMillis()));
        return Math.max(1, Math.min(LOOK_MILLIS_MAX, shortest / LOOKS_PER_LIMIT));
    }
}
