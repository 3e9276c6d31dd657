package io.windlass.edge.client;

import io.vertx.core.Vertx;
import io.windlass.edge.client.ClientException.Kind;
import java.util.ArrayDeque;

/** Requests with a frame of their own, in the order in which they are sent. */
final class Dispatch {
    private final Vertx vertx;
    private final Waiting waiting;
    private final Runnable onReady;
    private final ArrayDeque<Task> queue = new ArrayDeque<>();

    /** {@code onReady} is called when there is something to send. */
    Dispatch(Vertx vertx, Waiting waiting, Runnable onReady) {
        this.vertx = vertx;
        this.waiting = waiting;
        this.onReady = onReady;
    }

    /** Takes one in, or fails it if too much waits already. */
    void add(Task task) {
        if (waiting.add(task)) {
            queue.add(task);
            onReady.run();
        } else {
            task.fail(new ClientException(Kind.FULL, "too much waits for answers already"));
        }
    }

    /** Sends one once more, before all others. */
    void again(Task task) {
        queue.addFirst(task);
        onReady.run();
    }

    /** Sends one once more after a pause; it has failed so often. */
    void later(Task task, int failed) {
        vertx.setTimer(Backoff.millis(failed), timer -> again(task));
    }

    /** It has its answer; false if it must not be told any more. */
    boolean settle(Task task) {
        return waiting.remove(task);
    }

    /** Sends what the node takes; true if nothing is left. */
    boolean flush(Link link) {
        while (!queue.isEmpty()) {
            Task next = queue.element();
            boolean isTooMuch = next.cost() > link.itemsMax();
            if (next.isOpen() && !isTooMuch && next.cost() > link.room()) {
                return false;
            }
            queue.remove();
            if (!next.isOpen()) {
                continue;
            }
            if (isTooMuch) {
                waiting.remove(next);
                next.end("the node takes " + link.itemsMax() + " in a frame");
            } else {
                next.sendOn(link);
            }
        }
        return true;
    }
}
