package io.windlass.server.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Speaks HTTP/1.1 to one server.
 *
 * @param base its address
 */
public record Client(URI base) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Sends GET; a server that does not answer is a failure of the test. */
    public Got get(String path) {
        return mustSend(request(path).GET().build());
    }

    /** Sends PUT with a JSON body. */
    public Got put(String path, String body) {
        return mustSend(json(path, "PUT", body));
    }

    /** Sends POST with a JSON body. */
    public Got post(String path, String body) {
        return mustSend(json(path, "POST", body));
    }

    /** Sends any method with a body of any type. */
    Got send(String method, String path, String type, String body) {
        return mustSend(
                request(path)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** Sends POST; the server may die over it. */
    public Got tryPost(String path, String body) throws IOException {
        try {
            return Got.of(HTTP.send(json(path, "POST", body), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends POST and does not wait. */
    public CompletableFuture<Got> startPost(String path, String body) {
        return HTTP.sendAsync(json(path, "POST", body), BodyHandlers.ofString()).thenApply(Got::of);
    }

    private Got mustSend(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return Got.of(response);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(request + " got no answer", e);
        }
    }

    private HttpRequest json(String path, String method, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }
}
