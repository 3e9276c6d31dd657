package io.windlass.edge.http;

import io.netty.channel.Channel;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.net.ConnectionBounds;
import io.windlass.edge.net.OpenConnections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The open connections of one server: not too many, and none that keeps it waiting.
 *
 * <pre>
 *   opened --header--> request --body--> served --answer--> idle --header--> request ...
 *     |times.header      |times.body + 1 s a KiB             |times.idle
 *     \--> closed        \--> 408, closed                    \--> closed
 * </pre>
 *
 * <p>The minimal rate of a body follows Apache's mod_reqtimeout. Looked at a few times within the
 * shortest limit instead of with a timer for each request. Used on the server's loop.
 */
final class Connections {
    private static final int BYTES_PER_SECOND_MIN = 1_024;
    private static final int LOOKS_PER_LIMIT = 4;
    private static final long LOOK_MILLIS_MAX = 500;

    private final Map<HttpConnection, Line> lines = new HashMap<>();
    private final OpenConnections open;
    private final ConnectionBounds bounds;
    private final HttpTimes times;

    /**
     * @param open those of all servers of the node
     * @param sizes beyond how many a new connection is closed
     */
    Connections(OpenConnections open, HttpSizes sizes, HttpTimes times) {
        this.open = open;
        this.bounds = sizes.bounds();
        this.times = times;
    }

    private static final class Line {
        private Optional<HttpServerRequest> request = Optional.empty();
        private final String address;
        private boolean isIdle;
        private long sinceNanos;

        Line(String address, long openedNanos) {
            this.address = address;
            sinceNanos = openedNanos;
        }
    }

    void opened(HttpConnection connection) {
        connection.closeHandler(gone -> closed(connection));
        String address = connection.remoteAddress().hostAddress();
        lines.put(connection, new Line(address, System.nanoTime()));
        if (!open.opened(address, bounds)) {
            connection.close();
        }
    }

    /** The header fields of a request have come. */
    void asked(HttpServerRequest request, long nanos) {
        Line line = lines.get(request.connection());
        if (line != null) {
            line.request = Optional.of(request);
            line.isIdle = false;
            line.sinceNanos = nanos;
        }
    }

    /** How often {@link #look} has to be called. */
    long lookMillis() {
        Duration shortest = times.header();
        for (Duration time : new Duration[] {times.body(), times.idle()}) {
            shortest = time.compareTo(shortest) < 0 ? time : shortest;
        }
        return Math.max(1, Math.min(LOOK_MILLIS_MAX, shortest.toMillis() / LOOKS_PER_LIMIT));
    }

    /** Ends what has taken too long. */
    void look(long nowNanos) {
        for (Map.Entry<HttpConnection, Line> entry : new ArrayList<>(lines.entrySet())) {
            look(entry.getKey(), entry.getValue(), nowNanos);
        }
    }

    private void look(HttpConnection connection, Line line, long nowNanos) {
        long waited = nowNanos - line.sinceNanos;
        if (line.request.isEmpty()) {
            closeAfter(times.header(), waited, connection);
            return;
        }
        HttpServerRequest request = line.request.get();
        if (!request.isEnded()) {
            Duration rate = Duration.ofSeconds(request.bytesRead() / BYTES_PER_SECOND_MIN);
            if (waited > times.body().plus(rate).toNanos()) {
                refuse(request);
            }
        } else if (line.isIdle) {
            closeAfter(times.idle(), waited, connection);
        } else if (request.response().ended()) {
            line.isIdle = true;
            line.sinceNanos = nowNanos;
        }
    }

    private static void closeAfter(Duration limit, long waited, HttpConnection connection) {
        if (waited > limit.toNanos()) {
            connection.close();
        }
    }

    private static void refuse(HttpServerRequest request) {
        if (!request.response().ended()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Responder.send(
                    request.response(),
                    Problem.of(ProblemKind.REQUEST_TIMEOUT, "the body did not come in time"));
        }
        request.connection().close();
    }

    /**
     * Makes a WebSocket of a request's connection; from then on that has its own bounds, Vert.x
     * closes it when it rests, and no longer tells here when it closes.
     */
    Future<ServerWebSocket> upgrade(HttpServerRequest request) {
        Line line = lines.remove(request.connection());
        Channel channel = channel(request);
        if (line != null) {
            channel.closeFuture().addListener(gone -> open.closed(line.address));
        }
        long idleNanos = times.idle().toNanos();
        channel.pipeline().addFirst(new IdleStateHandler(0, 0, idleNanos, TimeUnit.NANOSECONDS));
        return request.toWebSocket();
    }

    /** The channel below Vert.x. */
    static Channel channel(HttpServerRequest request) {
        return ((HttpServerConnection) request.connection()).channelHandlerContext().channel();
    }

    private void closed(HttpConnection connection) {
        Line line = lines.remove(connection);
        if (line != null) {
            open.closed(line.address);
        }
    }
}
