package io.windlass.edge.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.windlass.edge.call.Gate;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.call.Query;
import io.windlass.edge.net.Certificates;
import io.windlass.edge.openapi.OpenApi;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Service;
import java.util.List;

/**
 * A server for HTTP/1.1 on one event loop; several of the same settings share the port.
 *
 * <p>It answers the requests of a connection in their order.
 */
public final class HttpVerticle extends VerticleBase {
    private final HttpSettings settings;
    private final List<Feature<?>> features;
    private final Service service;
    private final NodeStatus status;
    private final SharedHttp shared;
    private final HttpMeters.EndpointMeter other;
    private final Connections connections;
    private final PathTrie<Door> doors = new PathTrie<>();
    private HeavyWork heavy;
    private int port;

    /**
     * A server that is not started.
     *
     * @param settings where it listens, and its limits
     * @param features whose endpoints it serves
     * @param service what serves them
     * @param status what the node says of itself
     * @param shared what all servers of a node share
     */
    public HttpVerticle(
            HttpSettings settings,
            List<Feature<?>> features,
            Service service,
            NodeStatus status,
            SharedHttp shared) {
        this.settings = settings;
        this.features = List.copyOf(features);
        this.service = service;
        this.status = status;
        this.shared = shared;
        this.other = shared.meters().of("other");
        this.connections =
                new Connections(shared.connections(), settings.sizes(), settings.times());
    }

    @Override
    public Future<?> start() {
        heavy = new HeavyWork(vertx);
        features.forEach(this::add);
        new NodePages(vertx, status, shared.registry(), new ProblemPages(features))
                .addTo(doors, connections);
        byte[] openApi = OpenApi.of(status.version(), features, ProblemPages::troubles);
        new DocsPages(vertx, openApi).addTo(doors);
        doors.add(
                "GET",
                "/v1/stream",
                new StreamDoor(doors, new Gate(shared.callers()), settings.stream(), connections));
        vertx.setPeriodic(connections.lookMillis(), turn -> connections.look(System.nanoTime()));
        return vertx.createHttpServer(settings.options())
                .connectionHandler(connections::opened)
                .requestHandler(this::serve)
                .invalidRequestHandler(this::refuse)
                .listen()
                .onSuccess(this::listens);
    }

    /** The port it listens on once it is deployed. */
    public int port() {
        return port;
    }

    private void listens(HttpServer server) {
        port = server.actualPort();
        settings.tls()
                .ifPresent(
                        files -> new Certificates(vertx, files, server::updateSSLOptions).watch());
    }

    private <S> void add(Feature<S> feature) {
        for (Endpoint<S> endpoint : feature.endpoints()) {
            doors.add(endpoint.method().name(), endpoint.path(), door(feature, endpoint));
        }
    }

    private <S> Door door(Feature<S> feature, Endpoint<S> endpoint) {
        return endpoint.verb() instanceof Verb.Batch<S> batch
                ? BatchDoor.of(feature, endpoint, batch, service, shared, heavy)
                : EndpointDoor.of(feature, endpoint, service, shared, settings.sizes().body());
    }

    private void serve(HttpServerRequest request) {
        long startNanos = System.nanoTime();
        connections.asked(request, startNanos);
        try {
            PathTrie.Match<Door> match = doors.find(request.method().name(), path(request));
            if (match instanceof PathTrie.Match.Found<Door> found) {
                found.target().open(request, found.values(), startNanos);
            } else {
                refuse(request, match, startNanos);
            }
        } catch (RuntimeException bug) {
            Responder.fail(request.response(), bug);
        }
    }

    /**
     * The path is missing where the request target is not one, for example in {@code OPTIONS *}.
     */
    private static String path(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "" : path;
    }

    private void refuse(HttpServerRequest request, PathTrie.Match<Door> match, long startNanos) {
        Problem problem = Problem.of(ProblemKind.NOT_FOUND, "there is nothing at this path");
        if (match instanceof PathTrie.Match.OtherMethod<Door> known) {
            String allowed = String.join(", ", known.allowed());
            request.response().putHeader(HttpHeaders.ALLOW, allowed);
            problem = Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "the path takes " + allowed);
        } else if (match instanceof PathTrie.Match.BadEncoding<Door>) {
            problem =
                    Problem.of(
                            ProblemKind.ofMalformed(Query.MALFORMED),
                            "the path is not percent-encoded UTF-8");
        }
        other.answered(Responder.send(request.response(), problem), startNanos);
    }

    /** What the parser could not read; where the next request begins is not known after it. */
    private void refuse(HttpServerRequest request) {
        long startNanos = System.nanoTime();
        Throwable cause = request.decoderResult().cause();
        ProblemKind kind = ProblemKind.BAD_REQUEST;
        if (cause instanceof TooLongHttpLineException) {
            kind = ProblemKind.URI_TOO_LONG;
        } else if (cause instanceof TooLongHttpHeaderException) {
            kind = ProblemKind.HEADERS_TOO_LARGE;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Problem problem = Problem.of(kind, kind.title());
        other.answered(Responder.send(request.response(), problem), startNanos);
    }
}
