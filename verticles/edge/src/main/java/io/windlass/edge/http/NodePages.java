package io.windlass.edge.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.json.JsonWriter;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Unavailable;
import java.util.Optional;

/** What every node says of itself, whatever features it serves. Used on event loops. */
final class NodePages {
    private static final CharSequence METRICS =
            HttpHeaders.createOptimized("text/plain; version=0.0.4; charset=utf-8");

    private static final Document LIVE = out -> out.text("status", "live");
    private static final Document READY = out -> out.text("status", "ready");

    /** The console's page needs nothing from anywhere else, and says so to the browser. */
    private static final String OWN_FILES_ONLY = "default-src 'self'";

    private final Vertx vertx;
    private final NodeStatus status;
    private final PrometheusMeterRegistry registry;
    private final ProblemPages problems;

    NodePages(
            Vertx vertx,
            NodeStatus status,
            PrometheusMeterRegistry registry,
            ProblemPages problems) {
        this.vertx = vertx;
        this.status = status;
        this.registry = registry;
        this.problems = problems;
    }

    void addTo(PathTrie<Door> doors, Connections connections) {
        status.console().forEach(asset -> add(doors, asset.path(), page(asset)));
        doors.add("GET", "/v1/console/live", new LiveDoor(vertx, status, connections));
        add(doors, "/health/live", response -> json(response, LIVE));
        add(doors, "/health/ready", this::ready);
        add(doors, "/v1/info", response -> json(response, status.info()));
        add(doors, "/metrics", this::metrics);
        doors.add(
                "GET",
                "/problems/{code}",
                (request, path, startNanos) -> problem(request.response(), path.get(0)));
    }

    private static void add(PathTrie<Door> doors, String path, Page page) {
        doors.add("GET", path, (request, values, startNanos) -> page.send(request.response()));
    }

    private static Page page(Asset asset) {
        return response -> {
            response.putHeader("Content-Security-Policy", OWN_FILES_ONLY);
            Responder.send(response, 200, asset.type(), asset.bytes());
        };
    }

    private void ready(HttpServerResponse response) {
        Optional<Unavailable> trouble = status.trouble();
        if (trouble.isPresent()) {
            Responder.send(response, Problem.of(trouble.get()));
        } else {
            json(response, READY);
        }
    }

    /** Rendering every series takes milliseconds, which an event loop does not have. */
    private void metrics(HttpServerResponse response) {
        vertx.executeBlocking(() -> Buffer.buffer(registry.scrape()), false)
                .onSuccess(text -> Responder.send(response, 200, METRICS, text))
                .onFailure(bug -> Responder.fail(response, bug));
    }

    private void problem(HttpServerResponse response, String code) {
        Optional<ProblemKind> kind = problems.find(code);
        if (kind.isPresent()) {
            json(response, kind.get());
        } else {
            Responder.send(response, Problem.of(ProblemKind.NOT_FOUND, "no problem has this code"));
        }
    }

    private static void json(HttpServerResponse response, Document document) {
        Responder.send(response, 200, MediaTypes.JSON, JsonWriter.write(document));
    }

    /** A page without parameters. */
    private interface Page {
        void send(HttpServerResponse response);
    }
}
