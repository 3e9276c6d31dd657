package io.windlass.edge.http;

import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

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
    private final AtomicInteger count;
    private final int max;
    private final HttpTimes times;

    /**
     * @param count open connections of all servers of the node
     * @param max beyond it a new connection is closed
     */
    Connections(AtomicInteger count, int max, HttpTimes times) {
        this.count = count;
        this.max = max;
        this.times = times;
    }

    private static final class Line {
        private Optional<HttpServerRequest> request = Optional.empty();
        private boolean isIdle;
        private long sinceNanos;

        Line(long openedNanos) {
            sinceNanos = openedNanos;
        }
    }

    void opened(HttpConnection connection) {
        connection.closeHandler(gone -> closed(connection));
        lines.put(connection, new Line(System.nanoTime()));
        if (count.incrementAndGet() > max) {
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
     * Makes a WebSocket of a request's connection; from then on that has its own bounds, and Vert.x
     * no longer tells here when it closes.
     */
    Future<ServerWebSocket> upgrade(HttpServerRequest request) {
        if (lines.remove(request.connection()) != null) {
            channel(request).closeFuture().addListener(gone -> count.decrementAndGet());
        }
        return request.toWebSocket();
    }

    /** The channel below Vert.x. */
    static Channel channel(HttpServerRequest request) {
        return ((HttpServerConnection) request.connection()).channelHandlerContext().channel();
    }

    private void closed(HttpConnection connection) {
        if (lines.remove(connection) != null) {
            count.decrementAndGet();
        }
    }
}
