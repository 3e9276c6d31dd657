package io.windlass.edge.node;

import io.vertx.core.Context;
import io.windlass.kernel.port.Loop;
import java.util.concurrent.TimeUnit;

/** A Vert.x context as a loop: an event loop, or a worker with one thread. */
public final class ContextLoop implements Loop {
    private final Context context;

    /** The loop of a context. */
    public ContextLoop(Context context) {
        this.context = context;
    }

    @Override
    public void execute(Runnable task) {
        context.runOnContext(nothing -> task.run());
    }

    @Override
    public void schedule(Runnable task, long delayNanos) {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(delayNanos));
        context.runOnContext(nothing -> context.owner().setTimer(millis, timer -> task.run()));
    }
}
