package io.windlass.edge.http;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.windlass.edge.call.Gate;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The door to {@code /v1/stream}: makes a WebSocket of a connection (RFC 6455). */
final class StreamDoor implements Door {
    private final PathTrie<Door> doors;
    private final Gate gate;
    private final StreamLimits limits;
    private final Connections connections;

    StreamDoor(PathTrie<Door> doors, Gate gate, StreamLimits limits, Connections connections) {
        this.doors = doors;
        this.gate = gate;
        this.limits = limits;
        this.connections = connections;
    }

    @Override
    public void open(HttpServerRequest request, List<String> path, long startNanos) {
        if (!request.canUpgradeToWebSocket()) {
            request.response()
                    .putHeader(HttpHeaders.UPGRADE, "websocket")
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
            Responder.send(
                    request.response(),
                    Problem.of(ProblemKind.UPGRADE_REQUIRED, "open a WebSocket here"));
            return;
        }
        if (!isOwnOrigin(request)) {
            Responder.send(
                    request.response(),
                    Problem.of(ProblemKind.FORBIDDEN, "a page of another origin asks"));
            return;
        }
        Gate.Entry entry =
                gate.identify(
                        Optional.ofNullable(request.headers().get(HttpHeaders.AUTHORIZATION)));
        if (entry instanceof Gate.Entry.Out out) {
            Responder.send(request.response(), out.why());
            return;
        }
        StreamService service = new StreamService(doors, ((Gate.Entry.In) entry).caller());
        Channel channel = Connections.channel(request);
        connections
                .upgrade(request)
                .onSuccess(socket -> new StreamSocket(channel, socket, service, limits).begin())
                .onFailure(trouble -> request.connection().close());
    }

    /**
     * Browsers let any page open a WebSocket to any address and say which page it is; without this
     * check every page could use a node on the loopback address.
     */
    private static boolean isOwnOrigin(HttpServerRequest request) {
        String origin = request.headers().get(HttpHeaders.ORIGIN);
        String host = request.headers().get(HttpHeaders.HOST);
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
