package io.windlass.perf.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * More load than a node can take: an open loop that no answer, late answer or refusal slows down.
 *
 * <pre>
 *   due --a connection is free--> sent --200 in time--> good
 *    |                             |----- 200 later --> late
 *    |                             |----- 503, 429 ---> refused --\
 *    |                             \-- none in time ---> late ------> with retries: the same id
 *    \--no connection is free--> unsent -------------------------/    1 to 2 s later, 3 times
 * </pre>
 *
 * <p>A connection has one request at a time, as those of usual clients. Everything but {@link #run}
 * happens on one event loop.
 */
final class Storm implements AutoCloseable {
    private static final int TRIES = 3;
    private static final int LOST = 0;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Context context;
    private final NetClient client;
    private final SocketAddress target;
    private final ArrayDeque<Slot> free = new ArrayDeque<>();
    private final List<Slot> slots = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom();
    private final ArrayDeque<Attempt> sent = new ArrayDeque<>();
    private final PriorityQueue<Attempt> retries =
            new PriorityQueue<>(Comparator.comparingLong((Attempt attempt) -> attempt.due));
    private Run current;
    private long arrivals;
    private boolean isClosed;

    /**
     * How hard and how long.
     *
     * @param perSecond new requests a second, retries not counted
     * @param nanos how long
     * @param deadlineNanos how old an answer may be to be of use
     */
    record Plan(double perSecond, long nanos, long deadlineNanos, boolean hasRetries) {}

    private record Run(
            Plan plan, Supplier<String> bodies, StormTally tally, Returns returns, long begin) {
        long end() {
            return begin + plan.nanos();
        }
    }

    /** One request: the same transfer may be asked for several times. */
    private static final class Attempt {
        private final Run run;
        private final String body;
        private final int number;
        private final long due;
        private boolean isSettled;

        Attempt(Run run, String body, int number, long due) {
            this.run = run;
            this.body = body;
            this.number = number;
            this.due = due;
        }
    }

    /** A connection with at most one request. */
    private final class Slot implements HttpLine.Receiver {
        private final HttpLine line;
        private Optional<Attempt> attempt = Optional.empty();

        Slot(NetSocket socket) {
            line = new HttpLine(socket, this);
            slots.add(this);
            free.add(this);
        }

        void send(Attempt next) {
            attempt = Optional.of(next);
            line.send(Http.request("POST", SingleScript.PATH, next.body), next.due);
        }

        @Override
        public void answered(HttpLine from, long start, int status, HttpLine.Span body) {
            Attempt answered = attempt.orElseThrow();
            attempt = Optional.empty();
            free.add(this);
            settle(answered, status);
        }

        @Override
        public void lost(int unanswered) {
            slots.remove(this);
            free.remove(this);
            attempt.ifPresent(open -> settle(open, LOST));
            if (!isClosed) {
                open();
            }
        }
    }

    private Storm(Vertx vertx, SocketAddress target) {
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        this.target = target;
    }

    /** Opens so many connections. */
    static Storm connect(Vertx vertx, SocketAddress target, int connections) {
        Storm storm = new Storm(vertx, target);
        // Not all at once: the queue of connections that wait to be accepted is short.
        for (int i = 0; i < connections; i++) {
            Waits.on(storm.onLoop(storm::open));
        }
        return storm;
    }

    /** Storms and returns at its end; what is unanswered then stays so. */
    StormTally run(Plan plan, Supplier<String> bodies) {
        StormTally tally = new StormTally();
        AtomicBoolean over = new AtomicBoolean();
        Waits.on(
                onLoop(
                        () -> {
                            long begin = System.nanoTime();
                            Returns returns = new Returns(TRIES, begin);
                            current = new Run(plan, bodies, tally, returns, begin);
                            arrivals = 0;
                            sent.clear();
                            retries.clear();
                            return Future.succeededFuture();
                        }));
        Ticks.every(context, () -> over.set(!pump()), over::get);
        return tally;
    }

    @Override
    public void close() {
        Waits.on(
                onLoop(
                        () -> {
                            isClosed = true;
                            List.copyOf(slots).forEach(slot -> slot.line.close());
                            return Future.succeededFuture();
                        }));
    }

    private <T> Future<T> onLoop(Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(nothing -> action.get().onComplete(promise));
        return promise.future();
    }

    private Future<Void> open() {
        return client.connect(target).map(Slot::new).mapEmpty();
    }

    /** Does what is due; false when the time is over. */
    private boolean pump() {
        Run run = current;
        long now = System.nanoTime();
        if (now > run.end()) {
            return false;
        }
        Pace pace = new Pace(run.plan().perSecond());
        long due = run.begin() + pace.dueNanos(arrivals);
        while (due <= now) {
            arrivals++;
            run.tally().offered++;
            arrive(run, 1, due);
            due = run.begin() + pace.dueNanos(arrivals);
        }
        run.returns().take(now, number -> comeBack(run, number, now));
        while (!retries.isEmpty() && retries.peek().due <= now) {
            run.tally().retried++;
            send(retries.remove());
        }
        while (!sent.isEmpty() && (sent.peek().isSettled || isLate(sent.peek(), now))) {
            Attempt oldest = sent.remove();
            if (!oldest.isSettled) {
                oldest.isSettled = true;
                run.tally().late++;
                retry(oldest);
            }
        }
        return true;
    }

    private void comeBack(Run run, int number, long now) {
        run.tally().retried++;
        arrive(run, number, now);
    }

    /** The transfer is made up when it is first sent. */
    private void arrive(Run run, int number, long due) {
        if (!free.isEmpty()) {
            send(new Attempt(run, run.bodies().get(), number, due));
            return;
        }
        run.tally().unsent++;
        if (run.plan().hasRetries() && number < TRIES) {
            run.returns().add(number + 1, due);
        }
    }

    private void send(Attempt attempt) {
        if (free.isEmpty()) {
            attempt.run.tally().unsent++;
            retry(attempt);
        } else {
            sent.add(attempt);
            free.remove().send(attempt);
        }
    }

    private void settle(Attempt attempt, int status) {
        long now = System.nanoTime();
        if (attempt.isSettled || now > attempt.run.end()) {
            return;
        }
        attempt.isSettled = true;
        StormTally tally = attempt.run.tally();
        switch (status) {
            case 200 -> tally.answered(isLate(attempt, now));
            case 429, 503 -> {
                tally.refused++;
                retry(attempt);
            }
            case LOST -> {
                tally.lost++;
                retry(attempt);
            }
            default -> tally.odd++;
        }
    }

    private void retry(Attempt attempt) {
        if (attempt.run.plan().hasRetries() && attempt.number < TRIES) {
            long due = System.nanoTime() + RETRY_NANOS + random.nextLong(RETRY_NANOS);
            retries.add(new Attempt(attempt.run, attempt.body, attempt.number + 1, due));
        }
    }

    private static boolean isLate(Attempt attempt, long now) {
        return now - attempt.due > attempt.run.plan().deadlineNanos();
    }
}
