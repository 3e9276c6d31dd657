package io.windlass.kernel.port;

/**
 * A single thread of execution that runs tasks one after another in the order given.
 *
 * <p>May be called from any thread. In a node it is a Vert.x context, in the simulator the one
 * thread that there is.
 */
public interface Loop {
    /** Runs a task on the loop, later than the current one. */
    void execute(Runnable task);

    /** Runs a task on the loop when {@code delayNanos} have passed. */
    void schedule(Runnable task, long delayNanos);
}
