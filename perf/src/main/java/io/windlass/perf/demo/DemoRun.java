package io.windlass.perf.demo;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Opens the accounts of a file, then posts its lines, many at the same time.
 *
 * <pre>
 *   this thread: reads lines --window--> event loop: lanes --> delivery --> node
 * </pre>
 */
final class DemoRun {
    private static final int WINDOW = 1_024;
    private static final int NAMED_LINES = 20;

    /** For what waits behind something that nobody answered. */
    private static final Verdict NOT_SENT = new Verdict(Verdict.Kind.UNDELIVERED, "not-sent");

    private final Vertx vertx;
    private final Context loop;
    private final Delivery delivery;
    private final PrintStream err;
    private final boolean terminal;
    private final Semaphore window = new Semaphore(WINDOW);
    private volatile boolean stopped;
    private int namedLines;

    /**
     * A run against a node.
     *
     * @param err where progress and bad lines are told
     * @param terminal whether somebody watches there
     */
    DemoRun(Vertx vertx, URI node, PrintStream err, boolean terminal) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.delivery = new Delivery(vertx, node);
        this.err = err;
        this.terminal = terminal;
    }

    /** What a run came to. */
    record Result(long accounts, Tally opened, Tally posted, double rate) {
        /** Whether everything got an answer. */
        boolean isDelivered() {
            return opened.count(Verdict.Kind.UNDELIVERED) == 0
                    && posted.count(Verdict.Kind.UNDELIVERED) == 0;
        }
    }

    /** Opens and posts everything; waits for the end. */
    Result run(Path file, Set<String> externals) throws IOException, InterruptedException {
        Accounts accounts = Accounts.of(file, externals);
        Tally opened = new Tally();
        int count = accounts.currencies().size();
        Progress opening = new Progress("accounts", count, opened, err, terminal);
        try (Watch watch = new Watch(opening)) {
            watch.begin();
            for (String account : accounts.currencies().keySet()) {
                open(accounts, account, opened);
            }
            drain();
        }
        Tally posted = new Tally();
        Progress posting = new Progress("lines", accounts.lines(), posted, err, terminal);
        try (Watch watch = new Watch(posting);
                CsvFile csv = new CsvFile(file)) {
            watch.begin();
            Poster poster = new Poster(accounts, posted);
            Optional<Line> line = csv.next();
            while (line.isPresent() && !stopped) {
                poster.take(line.get());
                line = csv.next();
            }
            drain();
        }
        return new Result(count, opened, posted, posting.rate());
    }

    private void open(Accounts accounts, String account, Tally tally) throws InterruptedException {
        if (stopped) {
            return;
        }
        String path = "/v1/accounts/" + encode(account);
        window.acquire();
        loop.runOnContext(
                now ->
                        delivery.send(
                                new Delivery.Parcel(
                                        HttpMethod.PUT,
                                        path,
                                        accounts.opening(account),
                                        verdict -> ended("account " + account, verdict, tally))));
    }

    /** Waits until nothing is under way. */
    private void drain() throws InterruptedException {
        window.acquire(WINDOW);
        window.release(WINDOW);
    }

    private void ended(String what, Verdict verdict, Tally tally) {
        tally.add(verdict);
        if (verdict.kind() == Verdict.Kind.UNDELIVERED) {
            stopped = true;
        }
        if (verdict.kind() == Verdict.Kind.UNDELIVERED
                || verdict.kind() == Verdict.Kind.MALFORMED) {
            name(what + ": " + verdict.code());
        }
        window.release();
    }

    private synchronized void name(String trouble) {
        namedLines++;
        if (namedLines <= NAMED_LINES) {
            err.println((terminal ? "\r\u001B[K" : "") + trouble);
        } else if (namedLines == NAMED_LINES + 1) {
            err.println("further ones are counted only");
        }
    }

    private static String encode(String account) {
        return URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Posts transfers in the order that matters. */
    private final class Poster {
        private final Tally tally;
        private final Lanes lanes;

        Poster(Accounts accounts, Tally tally) {
            this.tally = tally;
            this.lanes = new Lanes(accounts, this::send);
        }

        void take(Line line) throws InterruptedException {
            window.acquire();
            if (line instanceof Line.Transfer transfer) {
                loop.runOnContext(now -> lanes.add(transfer));
            } else {
                String reason = ((Line.Unreadable) line).reason();
                tally.add(new Verdict(Verdict.Kind.MALFORMED, "unreadable-line"));
                name("line " + line.number() + ": " + reason);
                window.release();
            }
        }

        private void send(Lanes.Ticket ticket) {
            if (stopped) {
                // On another turn of the loop, or a long lane would end in a deep recursion.
                loop.runOnContext(now -> finished(ticket, NOT_SENT));
                return;
            }
            Line.Transfer transfer = ticket.transfer();
            JsonObject body =
                    new JsonObject()
                            .put("from_account", transfer.from())
                            .put("to_account", transfer.to())
                            .put("amount", transfer.amount())
                            .put("currency", transfer.currency())
                            .put("transaction_id", transfer.id());
            delivery.send(
                    new Delivery.Parcel(
                            HttpMethod.POST,
                            "/v1/transfers",
                            body,
                            verdict -> finished(ticket, verdict)));
        }

        private void finished(Lanes.Ticket ticket, Verdict verdict) {
            ended("line " + ticket.transfer().number(), verdict, tally);
            lanes.finished(ticket);
        }
    }

    /** Shows progress from time to time, and at the end. */
    private final class Watch implements AutoCloseable {
        private final Progress progress;
        private long timer;

        Watch(Progress progress) {
            this.progress = progress;
        }

        void begin() {
            timer = vertx.setPeriodic(progress.periodMillis(), tick -> progress.show());
        }

        @Override
        public void close() {
            vertx.cancelTimer(timer);
            progress.end();
        }
    }
}
