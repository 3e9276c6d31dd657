package io.windlass.edge.client;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/**
 * All that waits for an answer, in the order in which its time is up; bounded. A ring, so that
 * whatever gets its answer leaves at once.
 */
final class Waiting {
    private final Vertx vertx;
    private final long budgetNanos;
    private final int countMax;
    private final Pending ring = new Ring();
    private Runnable drained = () -> {};
    private int count;
    private long timeNanos;
    private boolean isTimeKnown;
    private boolean isTimed;
    private boolean wasFull;

    Waiting(Vertx vertx, ClientOptions options) {
        this.vertx = vertx;
        this.budgetNanos = options.waitBudget().toNanos();
        this.countMax = options.waitingMax();
    }

    /** The end of the ring. */
    private static final class Ring extends Pending {
        @Override
        void end(String why) {
            throw new IllegalStateException("the end of the ring waits for nothing");
        }
    }

    /** Takes it in; false if there is no room. */
    boolean add(Pending pending) {
        if (isFull()) {
            wasFull = true;
            return false;
        }
        if (!isTimeKnown) {
            timeNanos = System.nanoTime();
            isTimeKnown = true;
        }
        pending.deadlineNanos = timeNanos + budgetNanos;
        pending.before = ring.before;
        pending.after = ring;
        ring.before.after = pending;
        ring.before = pending;
        count++;
        if (!isTimed) {
            await(budgetNanos);
        }
        return true;
    }

    /** A turn of the loop is over: until now one look at the clock was enough. */
    void endTurn() {
        isTimeKnown = false;
    }

    /** It has its answer; false if it does not wait any more, and must not be told. */
    boolean remove(Pending pending) {
        if (!pending.isOpen()) {
            return false;
        }
        pending.before.after = pending.after;
        pending.after.before = pending.before;
        pending.before = pending;
        pending.after = pending;
        count--;
        if (wasFull && count <= countMax / 2) {
            wasFull = false;
            drained.run();
        }
        return true;
    }

    boolean isFull() {
        return count >= countMax;
    }

    /** Who is told that there is room again, once half of what there was has its answer. */
    void onDrained(Runnable newDrained) {
        drained = newDrained;
    }

    /** Nothing of it gets an answer any more. */
    void endAll(String why) {
        while (ring.isOpen()) {
            end(ring.after, why);
        }
    }

    private void await(long nanos) {
        isTimed = true;
        // Rounded up: a timer that comes too early would have to be set again.
        vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(nanos) + 1, timer -> endDue());
    }

    private void endDue() {
        isTimed = false;
        long now = System.nanoTime();
        while (ring.isOpen() && ring.after.deadlineNanos - now <= 0) {
            end(ring.after, "no answer within " + budgetNanos / 1_000_000 + " ms");
        }
        if (ring.isOpen()) {
            await(ring.after.deadlineNanos - now);
        }
    }

    private void end(Pending pending, String why) {
        remove(pending);
        pending.end(why);
    }
}
