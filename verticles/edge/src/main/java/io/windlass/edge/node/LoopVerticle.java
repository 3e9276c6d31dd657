package io.windlass.edge.node;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.windlass.kernel.port.Loop;

/**
 * A verticle that lends its thread: a worker with a pool of one thread, so that what it runs may
 * wait for the disk and still runs in order.
 */
public final class LoopVerticle extends VerticleBase {
    private final Pinning pinning;

    /** A thread that is bound to a processor or not. */
    public LoopVerticle(Pinning pinning) {
        super();
        this.pinning = pinning;
    }

    /** The options of a worker with a thread of its own. */
    public static DeploymentOptions oneThread(String name) {
        return new DeploymentOptions()
                .setThreadingModel(ThreadingModel.WORKER)
                .setWorkerPoolName(name)
                .setWorkerPoolSize(1);
    }

    @Override
    public Future<?> start() {
        pinning.bind();
        return Future.succeededFuture();
    }

    Loop loop() {
        return new WorkerLoop(context);
    }
}
