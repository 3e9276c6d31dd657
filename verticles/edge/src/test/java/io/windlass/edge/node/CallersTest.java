package io.windlass.edge.node;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.partition.Replies;
import io.windlass.kernel.partition.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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

    @Test
    void aReplyMadeOnTheCallersLoopIsThereAtOnceAndAnyOtherComesThere() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<Boolean> atOnce = new CompletableFuture<>();
            CompletableFuture<Consumer<Reply>> way = new CompletableFuture<>();
            CompletableFuture<Thread> arrived = new CompletableFuture<>();
            CompletableFuture<Thread> loop = new CompletableFuture<>();
            Reply reply = Replies.unavailable(Reason.OVERLOADED, "full");
            vertx.getOrCreateContext()
                    .runOnContext(
                            nothing -> {
                                boolean[] told = new boolean[1];
                                callers.home(any -> told[0] = true).accept(reply);
                                atOnce.complete(told[0]);
                                loop.complete(Thread.currentThread());
                                way.complete(
                                        callers.home(
                                                any -> arrived.complete(Thread.currentThread())));
                            });
            way.get(10, TimeUnit.SECONDS).accept(reply);
            assertTrue(atOnce.get(10, TimeUnit.SECONDS));
            assertSame(loop.get(10, TimeUnit.SECONDS), arrived.get(10, TimeUnit.SECONDS));
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
