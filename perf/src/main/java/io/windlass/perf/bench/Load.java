package io.windlass.perf.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Connections that send one script after the other. Everything but {@link #run} happens on one
 * event loop.
 */
final class Load implements HttpLine.Receiver, AutoCloseable {
    private static final long DRAIN_NANOS = 10_000_000_000L;

    private final Context context;

    /** Kept because Vert.x closes the connections of a client that nobody refers to. */
    private final NetClient client;

    private final List<HttpLine> lines = new ArrayList<>();
    private final ArrayDeque<HttpLine> free = new ArrayDeque<>();
    private Run current;

    /** One stretch of a script. */
    private record Run(
            Script script, Pace pace, Tally tally, long begin, long end, Promise<Void> done) {}

    private long sent;
    private int open;

    private Load(Vertx vertx) {
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    }

    /** Opens so many connections, each of which takes so many requests at once. */
    static Load connect(Vertx vertx, SocketAddress target, int connections, int inFlight) {
        Load load = new Load(vertx);
        Waits.on(load.onLoop(() -> load.connectAll(target, connections, inFlight)));
        return load;
    }

    /** Runs a script until it ends. */
    Tally all(Script script) {
        return run(script, Pace.MAX, Long.MAX_VALUE / 2);
    }

    /** Runs a script for a while, and waits for its last answers. */
    Tally run(Script script, Pace pace, long nanos) {
        Tally tally = new Tally();
        long begin = System.nanoTime();
        AtomicBoolean over = new AtomicBoolean();
        Future<Void> done =
                onLoop(
                        () -> {
                            Promise<Void> promise = Promise.promise();
                            current = new Run(script, pace, tally, begin, begin + nanos, promise);
                            sent = 0;
                            pump();
                            return promise.future();
                        });
        done.onComplete(ended -> over.set(true));
        if (pace.isOpen()) {
            long until = begin + nanos + DRAIN_NANOS;
            Ticks.every(context, this::pump, () -> over.get() || System.nanoTime() >= until);
        }
        Waits.on(done);
        return tally;
    }

    @Override
    public void close() {
        Waits.on(
                onLoop(
                        () -> {
                            lines.forEach(HttpLine::close);
                            return Future.succeededFuture();
                        }));
    }

    @Override
    public void answered(HttpLine line, long start, int status, HttpLine.Span body) {
        Run run = current;
        long now = System.nanoTime();
        run.tally().latency(now - start);
        if (now <= run.end()) {
            run.script().answered(status, body.bytes(), body.from(), body.to(), run.tally());
        }
        open--;
        free.add(line);
        pump();
    }

    @Override
    public void lost(int unanswered) {
        open -= unanswered;
        if (current != null) {
            current.tally().fail(unanswered);
            finishIfDone();
        }
    }

    private <T> Future<T> onLoop(java.util.function.Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(nothing -> action.get().onComplete(promise));
        return promise.future();
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
                                            free.add(line);
                                        }
                                    }));
        }
        return Future.all(connecting).mapEmpty();
    }

    private void pump() {
        Run run = current;
        long now = System.nanoTime();
        while (!free.isEmpty() && run.script().hasNext()) {
            long due = run.pace().isOpen() ? run.begin() + run.pace().dueNanos(sent) : now;
            if (due > now || due > run.end()) {
                break;
            }
            sent++;
            open++;
            free.remove().send(run.script().next(), due);
        }
        finishIfDone();
    }

    private void finishIfDone() {
        boolean over = System.nanoTime() > current.end() || !current.script().hasNext();
        boolean owes =
                current.pace().isOpen()
                        && current.begin() + current.pace().dueNanos(sent) <= current.end();
        if (over && open == 0 && !(owes && System.nanoTime() < current.end() + DRAIN_NANOS)) {
            current.done().tryComplete();
        }
    }
}
