package io.windlass.perf.demo;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.function.Consumer;

/**
 * Sends requests to one node over many connections, again and again until there is an answer. A
 * transfer carries its id, so sending it again is safe. Used on one event loop.
 */
final class Delivery {
    private static final int CONNECTIONS = 128;
    private static final int TRIES = 10;
    private static final long DELAY_MILLIS = 50;
    private static final long DELAY_MILLIS_MAX = 5_000;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int PROBLEM = 400;

    private final Vertx vertx;
    private final WebClient client;

    /** A request that has to arrive. */
    record Parcel(HttpMethod method, String path, JsonObject body, Consumer<Verdict> onVerdict) {}

    /** Sends to the node at this address. */
    Delivery(Vertx vertx, URI node) {
        this.vertx = vertx;
        WebClientOptions options =
                new WebClientOptions()
                        .setDefaultHost(node.getHost())
                        .setDefaultPort(node.getPort())
                        .setUserAgent("windlass-demo");
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS);
        this.client = WebClient.create(vertx, options, pool);
    }

    /** Sends a request; its verdict comes on the event loop. */
    void send(Parcel parcel) {
        send(parcel, 1);
    }

    private void send(Parcel parcel, int tries) {
        client.request(parcel.method, parcel.path)
                .timeout(PATIENCE_MILLIS)
                .sendJsonObject(parcel.body)
                .onSuccess(response -> answered(parcel, tries, response))
                .onFailure(trouble -> again(parcel, tries, "no-connection"));
    }

    private void answered(Parcel parcel, int tries, HttpResponse<?> response) {
        int status = response.statusCode();
        String code = code(response);
        if (Verdict.isPassing(status)) {
            again(parcel, tries, code);
        } else {
            boolean replay = "true".equals(response.getHeader("Idempotency-Replayed"));
            parcel.onVerdict.accept(Verdict.of(status, replay, code));
        }
    }

    private void again(Parcel parcel, int tries, String code) {
        if (tries == TRIES) {
            parcel.onVerdict.accept(new Verdict(Verdict.Kind.UNDELIVERED, code));
            return;
        }
        long delay = Math.min(DELAY_MILLIS_MAX, DELAY_MILLIS << (tries - 1));
        vertx.setTimer(delay, timer -> send(parcel, tries + 1));
    }

    private static String code(HttpResponse<?> response) {
        if (response.statusCode() < PROBLEM) {
            return "";
        }
        return "application/problem+json".equals(response.getHeader("Content-Type"))
                ? response.bodyAsJsonObject().getString("code", "")
                : "status-" + response.statusCode();
    }
}
