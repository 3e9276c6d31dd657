package io.windlass.perf.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Sends when it is due, through whatever is free. Everything but {@link #run} happens on one event
 * loop.
 *
 * @param <L> what sends one request at a time; one that takes several is there several times
 */
final class Drive<L> {
    private static final long DRAIN_NANOS = 10_000_000_000L;

    private final Context context;
    private final ArrayDeque<L> free = new ArrayDeque<>();
    private Run<L> current;
    private long sent;
    private int open;

    /** The last look at the clock. */
    private long seenNanos;

    /** What sends. */
    interface Sender<L> {
        /** Whether there is another request; a measured load never ends. */
        boolean hasNext();

        /** Sends the next one, which was due at a time in nanoseconds. */
        void send(L line, long due);
    }

    /** One stretch of load. */
    private record Run<L>(
            Sender<L> sender, Pace pace, Tally tally, long begin, long end, Promise<Void> done) {}

    Drive(Context context) {
        this.context = context;
    }

    /** Something can send: once more, or for the first time. */
    void add(L line) {
        free.add(line);
    }

    /** Runs for a while, and waits for the last answers; blocks. */
    Tally run(Sender<L> sender, Pace pace, long nanos) {
        Tally tally = new Tally();
        long begin = System.nanoTime();
        AtomicBoolean over = new AtomicBoolean();
        Future<Void> done =
                onLoop(
                        () -> {
                            Promise<Void> promise = Promise.promise();
                            current = new Run<>(sender, pace, tally, begin, begin + nanos, promise);
                            sent = 0;
                            pump();
                            return promise.future();
                        });
        done.onComplete(ended -> over.set(true));
        if (pace.isOpen()) {
            long until = begin + nanos + DRAIN_NANOS;
            Ticks.every(context, this::pump, () -> over.get() || System.nanoTime() >= until);
        }
        Waits.on(done);
        return tally;
    }

    /** Does something on the loop and waits for what comes of it. */
    <T> Future<T> onLoop(Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(nothing -> action.get().onComplete(promise));
        return promise.future();
    }

    /** Notes an answer to what was due at {@code start}; true if its results count. */
    boolean answered(long start) {
        seenNanos = System.nanoTime();
        current.tally().latency(seenNanos - start);
        return seenNanos <= current.end();
    }

    /** Where results are counted. */
    Tally tally() {
        return current.tally();
    }

    /** It can send again. */
    void free(L line) {
        freeAt(line, System.nanoTime());
    }

    /** It can send again, right after {@link #answered}: one look at the clock is enough. */
    void freeAtOnce(L line) {
        freeAt(line, seenNanos);
    }

    private void freeAt(L line, long now) {
        open--;
        free.add(line);
        pump(now);
    }

    /** So many requests will have no answer, and what they were sent through is gone. */
    void lost(int requests, int operations) {
        open -= requests;
        if (current != null) {
            current.tally().fail(operations);
            finishIfDone();
        }
    }

    private void pump() {
        pump(System.nanoTime());
    }

    private void pump(long now) {
        Run<L> run = current;
        while (!free.isEmpty() && run.sender().hasNext()) {
            long due = run.pace().isOpen() ? run.begin() + run.pace().dueNanos(sent) : now;
            if (due > now || due > run.end()) {
                break;
            }
            sent++;
            open++;
            run.sender().send(free.remove(), due);
        }
        finishIfDone();
    }

    private void finishIfDone() {
        if (open > 0) {
            return;
        }
        boolean over = System.nanoTime() > current.end() || !current.sender().hasNext();
        boolean owes =
                current.pace().isOpen()
                        && current.begin() + current.pace().dueNanos(sent) <= current.end();
        if (over && !(owes && System.nanoTime() < current.end() + DRAIN_NANOS)) {
            current.done().tryComplete();
        }
    }
}
