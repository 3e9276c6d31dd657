package io.windlass.perf.bench;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what happens on event loops, on the main thread. */
final class Waits {
    private static final int MINUTES = 30;

    private Waits() {}

    /** The result, or the reason why there is none as a {@link BenchException}. */
    static <T> T on(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new BenchException("the load broke off: " + e.getCause(), e);
        } catch (InterruptedException | TimeoutException e) {
            throw new BenchException("the load did not end", e);
        }
    }
}
