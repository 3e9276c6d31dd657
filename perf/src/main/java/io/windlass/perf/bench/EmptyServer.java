package io.windlass.perf.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.windlass.edge.json.JsonReader;
import io.windlass.kernel.feature.Read;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Reads the body of a POST, parses it with the node's own reader, and answers a short constant: all
 * that HTTP costs before a ledger begins. As many loops as processors, since it does nothing else.
 */
final class EmptyServer {
    private static final Buffer ANSWER = Buffer.buffer("{\"status\":\"SUCCEEDED\"}");

    private EmptyServer() {}

    /** Serves until it is stopped. */
    public static void main(String[] arguments) {
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setPreferNativeTransport(true)
                                .setEventLoopPoolSize(loops));
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(freePort())
                        .setTcpNoDelay(true);
        try {
            Waits.on(
                    vertx.deployVerticle(
                            () -> new Empty(options), new DeploymentOptions().setInstances(loops)));
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.out.println("ready http://127.0.0.1:" + options.getPort());
        System.out.flush();
    }

    /** Servers on several loops share a port only if it is named. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BenchException("there is no free port", e);
        }
    }

    /** The server on one loop. */
    private static final class Empty extends VerticleBase {
        private final HttpServerOptions options;

        Empty(HttpServerOptions options) {
            super();
            this.options = options;
        }

        @Override
        public Future<?> start() {
            return vertx.createHttpServer(options).requestHandler(EmptyServer::serve).listen();
        }
    }

    private static void serve(HttpServerRequest request) {
        request.bodyHandler(
                body -> {
                    Read<Map<String, Object>> read = JsonReader.read(body.getBytes());
                    request.response()
                            .setStatusCode(read instanceof Read.Bad<?> ? 400 : 200)
                            .putHeader("content-type", "application/json")
                            .end(ANSWER);
                });
    }
}
