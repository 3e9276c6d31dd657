package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** The Vert.x that load comes from: one loop, since the node needs the other processors. */
final class Generator {
    private Generator() {}

    static Vertx vertx() {
        return Vertx.vertx(
                new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
    }
}
