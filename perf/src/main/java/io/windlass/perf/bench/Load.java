package io.windlass.perf.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/** HTTP connections that send one script after the other. */
final class Load implements HttpLine.Receiver, AutoCloseable {
    private final Drive<HttpLine> drive;

    /** Kept because Vert.x closes the connections of a client that nobody refers to. */
    private final NetClient client;

    private final List<HttpLine> lines = new ArrayList<>();
    private Script script;

    private Load(Vertx vertx) {
        this.drive = new Drive<>(vertx.getOrCreateContext());
        this.client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    }

    /** Opens so many connections, each of which takes so many requests at once. */
    static Load connect(Vertx vertx, SocketAddress target, int connections, int inFlight) {
        Load load = new Load(vertx);
        Waits.on(load.drive.onLoop(() -> load.connectAll(target, connections, inFlight)));
        return load;
    }

    /** Runs a script until it ends. */
    Tally all(Script whole) {
        return run(whole, Pace.MAX, Long.MAX_VALUE / 2);
    }

    /** Runs a script for a while, and waits for its last answers. */
    Tally run(Script next, Pace pace, long nanos) {
        Drive.Sender<HttpLine> sender =
                new Drive.Sender<>() {
                    @Override
                    public boolean hasNext() {
                        return next.hasNext();
                    }

                    @Override
                    public void send(HttpLine line, long due) {
                        script = next;
                        line.send(next.next(), due);
                    }
                };
        return drive.run(sender, pace, nanos);
    }

    @Override
    public void close() {
        Waits.on(
                drive.onLoop(
                        () -> {
                            lines.forEach(HttpLine::close);
                            return Future.succeededFuture();
                        }));
    }

    @Override
    public void answered(HttpLine line, long start, int status, HttpLine.Span body) {
        if (drive.answered(start)) {
            script.answered(status, body.bytes(), body.from(), body.to(), drive.tally());
        }
        drive.free(line);
    }

    @Override
    public void lost(int unanswered) {
        drive.lost(unanswered, unanswered);
    }

    private Future<Void> connectAll(SocketAddress target, int connections, int inFlight) {
        List<Future<?>> connecting = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            connecting.add(
                    client.connect(target)
                            .onSuccess(
                                    socket -> {
                                        HttpLine line = new HttpLine(socket, this);
                                        lines.add(line);
                                        for (int k = 0; k < inFlight; k++) {
                                            drive.add(line);
                                        }
                                    }));
        }
        return Future.all(connecting).mapEmpty();
    }
}
