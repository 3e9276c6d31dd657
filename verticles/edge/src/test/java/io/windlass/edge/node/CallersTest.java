package io.windlass.edge.node;

import static org.junit.jupiter.api.Assertions.assertSame;

import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallersTest {
    private final Callers callers = new Callers();

    @Test
    void requestsOfOneLoopShareItsMailbox() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
            assertSame(homeOn(loop.duplicate()), homeOn(loop.duplicate()));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private Mailbox<Runnable> homeOn(ContextInternal request) throws Exception {
        CompletableFuture<Mailbox<Runnable>> home = new CompletableFuture<>();
        request.runOnContext(nothing -> home.complete(callers.home()));
        return home.get(10, TimeUnit.SECONDS);
    }
}
