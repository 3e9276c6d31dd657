package io.windlass.kernel.raft;

import io.microraft.executor.RaftNodeExecutor;
import io.windlass.kernel.port.Loop;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * Runs the library's tasks on the Raft loop. What the library hands over while a task runs is run
 * right after it, without going through the loop again.
 */
final class RaftTasks implements RaftNodeExecutor {
    private final Loop loop;
    private final Runnable afterTasks;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean stopped;

    RaftTasks(Loop loop, Runnable afterTasks) {
        this.loop = loop;
        this.afterTasks = afterTasks;
    }

    /** Runs an action on the Raft loop, and then what it led to. Any thread. */
    void enter(Runnable action) {
        loop.execute(() -> run(action));
    }

    /** Runs nothing any more. */
    void stop() {
        stopped = true;
        waiting.clear();
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    @Override
    public void submit(Runnable task) {
        waiting.add(task);
    }

    @Override
    public void schedule(Runnable task, long delay, TimeUnit unit) {
        loop.schedule(() -> run(task), unit.toNanos(delay) / ScaledClock.FACTOR);
    }

    private void run(Runnable action) {
        if (stopped) {
            return;
        }
        action.run();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        if (!stopped) {
            afterTasks.run();
        }
    }
}
