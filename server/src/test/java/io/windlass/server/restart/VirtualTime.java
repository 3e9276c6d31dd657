package io.windlass.server.restart;

import io.windlass.kernel.port.Clock;
import io.windlass.kernel.port.Loop;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** The one thread of a test: a loop whose time passes only when nothing else is left to do. */
final class VirtualTime implements Loop, Clock {
    private static final long START = 1_900_000_000_000_000_000L;

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long now;
    private long order;

    private record Task(long at, long order, Runnable action) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(new Task(now, order++, task));
    }

    @Override
    public void schedule(Runnable task, long delayNanos) {
        tasks.add(new Task(now + delayNanos, order++, task));
    }

    @Override
    public long epochNanos() {
        return START + now;
    }

    @Override
    public long monotonicNanos() {
        return now;
    }

    /** Runs tasks until a condition holds, for at most a minute of its own time. */
    void until(BooleanSupplier condition) {
        long deadline = now + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (tasks.isEmpty() || now > deadline) {
                throw new AssertionError("what was waited for has not happened");
            }
            Task task = tasks.remove();
            now = Math.max(now, task.at());
            task.action().run();
        }
    }

    /** Runs everything that is due within a second of its own time. */
    void settle() {
        long end = now + 1_000_000_000L;
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task task = tasks.remove();
            now = Math.max(now, task.at());
            task.action().run();
        }
    }

    /** The process has ended: nothing of it runs any more. */
    void clear() {
        tasks.clear();
    }
}
