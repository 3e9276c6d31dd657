package io.windlass.edge.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;

/**
 * Runs what would hold an event loop up (the JSON of large batches) on worker threads, which all
 * servers of a node share; as many as there are processors beside one.
 */
final class HeavyWork {
    private static final String POOL = "windlass-batches";

    /** Below this the way to a worker and back takes longer than the work. */
    private static final int LIGHT_BYTES = 16 << 10;

    private final WorkerExecutor workers;

    HeavyWork(Vertx vertx) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.workers = vertx.createSharedWorkerExecutor(POOL, threads);
    }

    /** Does work on about so many bytes; completes on the loop that made the call. */
    <T> Future<T> run(int bytes, Callable<T> work) {
        if (bytes > LIGHT_BYTES) {
            return workers.executeBlocking(work, false);
        }
        try {
            return Future.succeededFuture(work.call());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }
}
