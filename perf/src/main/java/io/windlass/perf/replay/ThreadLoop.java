package io.windlass.perf.replay;

import io.windlass.kernel.port.Loop;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A loop on a thread of its own. */
final class ThreadLoop implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadLoop.class);

    private final ScheduledExecutorService thread;

    ThreadLoop(String name) {
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread made = new Thread(task, name);
                            made.setDaemon(true);
                            return made;
                        });
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(guarded(task));
    }

    /** Nobody waits for a timer; what goes wrong in it is logged. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void schedule(Runnable task, long delayNanos) {
        thread.schedule(guarded(task), delayNanos, TimeUnit.NANOSECONDS);
    }

    void stop() {
        thread.shutdownNow();
    }

    /** An executor would keep what went wrong to itself. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.error("a task of {} failed", Thread.currentThread().getName(), e);
                throw e;
            }
        };
    }
}
