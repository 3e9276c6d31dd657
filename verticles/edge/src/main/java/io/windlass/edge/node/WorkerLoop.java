package io.windlass.edge.node;

import io.vertx.core.Context;
import io.windlass.kernel.port.Loop;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker with a thread of its own as a loop. A rest that is shorter than a timer can measure is
 * taken on that thread: the timers of a worker run on an event loop, which may be busy.
 */
final class WorkerLoop implements Loop {
    private static final long SHORT_NANOS = 500_000;

    private final ContextLoop loop;

    WorkerLoop(Context context) {
        this.loop = new ContextLoop(context);
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void schedule(Runnable task, long delayNanos) {
        if (delayNanos > SHORT_NANOS) {
            loop.schedule(task, delayNanos);
            return;
        }
        loop.execute(
                () -> {
                    LockSupport.parkNanos(delayNanos);
                    task.run();
                });
    }
}
