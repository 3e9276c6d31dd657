package io.windlass.edge.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.json.JsonWriter;
import java.util.List;

/**
 * A WebSocket (RFC 6455) that tells a console the node's figures once a second. A client that does
 * not keep up misses some; what clients send is thrown away. Used on one event loop.
 */
final class LiveDoor implements Door {
    private static final long EVERY_MILLIS = 1_000;
    private static final int SOCKETS_MAX = 32;

    private final Vertx vertx;
    private final NodeStatus status;
    private final Connections connections;
    private int sockets;

    LiveDoor(Vertx vertx, NodeStatus status, Connections connections) {
        this.vertx = vertx;
        this.status = status;
        this.connections = connections;
    }

    @Override
    public void open(HttpServerRequest request, List<String> path, long startNanos) {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            refuse(request, ProblemKind.BAD_REQUEST, "this is a WebSocket");
        } else if (isFromElsewhere(request)) {
            refuse(request, ProblemKind.BAD_REQUEST, "the page is not one of this node");
        } else if (sockets >= SOCKETS_MAX) {
            request.response().setStatusCode(503).putHeader("Retry-After", "10").end();
        } else {
            connections.upgrade(request).onSuccess(this::feed);
        }
    }

    private void feed(ServerWebSocket socket) {
        sockets++;
        tell(socket);
        long timer = vertx.setPeriodic(EVERY_MILLIS, tick -> tell(socket));
        socket.closeHandler(
                closed -> {
                    sockets--;
                    vertx.cancelTimer(timer);
                });
        socket.exceptionHandler(broken -> socket.close());
    }

    private void tell(ServerWebSocket socket) {
        if (!socket.writeQueueFull()) {
            socket.writeTextMessage(JsonWriter.write(status.live()).toString());
        }
    }

    /** A browser names the page's origin; a page of another site is not to read our figures. */
    private static boolean isFromElsewhere(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null && !origin.replaceFirst("^https?://", "").equals(host);
    }

    private static void refuse(HttpServerRequest request, ProblemKind kind, String detail) {
        Responder.send(request.response(), Problem.of(kind, detail));
    }
}
