package io.windlass.edge.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.json.JsonWriter;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.partition.Reply;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers to clients, each in one write. Used on the connection's event loop. */
final class Responder {
    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    private static final CharSequence POSITION = HttpHeaders.createOptimized("Windlass-Position");
    private static final CharSequence REPLAYED =
            HttpHeaders.createOptimized("Idempotency-Replayed");
    private static final CharSequence TRUE = HttpHeaders.createOptimized("true");
    private static final int UNAUTHORIZED = 401;
    private static final CharSequence AUTHENTICATE =
            HttpHeaders.createOptimized("WWW-Authenticate");
    private static final CharSequence BEARER =
            HttpHeaders.createOptimized("Bearer realm=\"windlass\"");

    private Responder() {}

    /** What a request says of who sends it. */
    static Optional<String> authorization(HttpServerRequest request) {
        return Optional.ofNullable(request.headers().get(HttpHeaders.AUTHORIZATION));
    }

    /** Sends a reply of the service and returns the status. */
    static int send(HttpServerResponse response, Reply reply) {
        MultiMap headers = response.headers();
        if (!reply.positions().isEmpty()) {
            headers.add(POSITION, reply.position());
        }
        if (reply.replayed()) {
            headers.add(REPLAYED, TRUE);
        }
        Answer answer = reply.answer();
        if (answer instanceof Answer.Accepted accepted) {
            int status = accepted.success().status();
            send(response, status, MediaTypes.JSON, JsonWriter.write(accepted.document()));
            return status;
        }
        return send(response, Problem.of(answer));
    }

    /** Sends the results of a batch and returns the status; {@code position} may be empty. */
    static int send(HttpServerResponse response, String position, Buffer results) {
        if (!position.isEmpty()) {
            response.headers().add(POSITION, position);
        }
        send(response, 200, MediaTypes.JSON, results);
        return 200;
    }

    /** Sends a problem and returns the status. */
    static int send(HttpServerResponse response, Problem problem) {
        if (response.ended()) {
            return problem.status();
        }
        if (problem.retryAfterSeconds() > 0) {
            String seconds = Long.toString(problem.retryAfterSeconds());
            response.headers().set(HttpHeaders.RETRY_AFTER, seconds);
        }
        if (problem.status() == UNAUTHORIZED) {
            response.headers().set(AUTHENTICATE, BEARER);
        }
        send(response, problem.status(), MediaTypes.PROBLEM, JsonWriter.write(problem));
        return problem.status();
    }

    /**
     * Sends a body. A client that has gone is not an error, and trouble after the answer changes
     * nothing.
     */
    static void send(HttpServerResponse response, int status, CharSequence type, Buffer body) {
        if (response.ended()) {
            return;
        }
        response.setStatusCode(status);
        response.headers().set(HttpHeaders.CONTENT_TYPE, type);
        response.end(body);
    }

    /** Tells the client of a bug nothing but that it is one; the log gets the rest. */
    static int fail(HttpServerResponse response, Throwable bug) {
        log(bug);
        return send(
                response, Problem.of(ProblemKind.INTERNAL_ERROR, "the log of the node says more"));
    }

    /** Writes a bug down that nobody can be told of. */
    static void log(Throwable bug) {
        LOG.error("a bug met a request", bug);
    }
}
