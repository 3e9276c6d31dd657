package io.windlass.edge.client;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.windlass.edge.binary.ScriptedNode;
import io.windlass.edge.binary.TransferFrame;
import io.windlass.edge.binary.TransferResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** A client and the other end of its connections on one event loop. */
final class ClientFixture implements AutoCloseable {
    private static final Duration BUDGET = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 1;

    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    final ScriptedNode node;
    final Client client;
    private final Context loop = vertx.getOrCreateContext();
    private final Account from = new Account("alice", 1, 840, 2);
    private final Account to = new Account("bob", 2, 840, 2);

    ClientFixture(long credit) {
        node = new ScriptedNode(vertx, credit);
        client = connect(options());
    }

    ClientOptions options() {
        return ClientOptions.at("127.0.0.1", node.port()).withWaitBudget(BUDGET);
    }

    Client connect(ClientOptions options) {
        return onLoop(() -> Client.connect(vertx, options)).await();
    }

    /** So many transfers with new ids. */
    List<Future<TransferResult>> transfers(Client sender, int count) {
        List<Future<TransferResult>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(sender.transfer(UUID.randomUUID(), from, to, 1));
        }
        return all;
    }

    /** A batch with new ids. */
    TransferFrame frame(int count) {
        TransferFrame frame = client.frame(count);
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            frame.add(id.getMostSignificantBits(), id.getLeastSignificantBits(), 1, 2, 1, 840);
        }
        return frame;
    }

    /** The sizes of the frames that come from now on; all are answered. */
    List<Integer> recordSizes() {
        List<Integer> sizes = new ArrayList<>();
        node.onTransfers(
                frame -> {
                    sizes.add(frame.ids().size());
                    frame.answer(0);
                });
        return sizes;
    }

    <T> Future<T> on(Function<Client, Future<T>> action) {
        return onLoop(() -> action.apply(client));
    }

    <T> Future<T> onLoop(Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        loop.runOnContext(nothing -> action.get().onComplete(promise));
        return promise.future();
    }

    /** Does something on the loop, and fails as it does. */
    void run(Runnable action) {
        Promise<Void> promise = Promise.promise();
        loop.runOnContext(nothing -> promise.handle(done(action)));
        promise.future().await();
    }

    /** Waits until something is so, asked on the loop. */
    void await(BooleanSupplier condition) {
        Promise<Void> promise = Promise.promise();
        loop.runOnContext(nothing -> ask(condition, promise));
        promise.future().await();
    }

    /** The kind of the failure that something ends with. */
    ClientException.Kind failure(Future<?> future) {
        Callable<?> awaited = future::await;
        Throwable why = assertThrows(Throwable.class, awaited::call);
        return assertInstanceOf(ClientException.class, why).kind();
    }

    @Override
    public void close() {
        on(Client::close).await();
        node.close();
        vertx.close().await();
    }

    private void ask(BooleanSupplier condition, Promise<Void> promise) {
        if (condition.getAsBoolean()) {
            promise.complete();
        } else {
            vertx.setTimer(PAUSE_MILLIS, timer -> ask(condition, promise));
        }
    }

    private static Future<Void> done(Runnable action) {
        try {
            action.run();
            return Future.succeededFuture();
        } catch (Throwable why) {
            return Future.failedFuture(why);
        }
    }
}
