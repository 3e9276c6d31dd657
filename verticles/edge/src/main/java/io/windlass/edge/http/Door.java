package io.windlass.edge.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What serves the requests to one path and method. Used on event loops. */
interface Door {
    /**
     * Begins to serve a request; answers it now or later, once.
     *
     * @param path the values of the path, in its order
     * @param startNanos when its head was read, as {@code System.nanoTime} has it
     */
    void open(HttpServerRequest request, List<String> path, long startNanos);
}
