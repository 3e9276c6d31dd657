package io.windlass.server.simulation;

import java.util.PriorityQueue;

/** Virtual time: runs tasks in the order of their moments, and no moment takes any time. */
final class Scheduler {
    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000 * MILLI;

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

    /** Nanoseconds since the beginning. */
    long now() {
        return now;
    }

    void at(long moment, Runnable action) {
        tasks.add(new Task(Math.max(moment, now), order++, action));
    }

    void after(long nanos, Runnable action) {
        at(now + nanos, action);
    }

    /** Runs the next task. */
    void step() {
        Task task = tasks.remove();
        now = task.at();
        task.action().run();
    }
}
