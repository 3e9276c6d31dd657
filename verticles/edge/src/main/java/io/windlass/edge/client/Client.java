package io.windlass.edge.client;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.windlass.edge.binary.TransferFrame;
import io.windlass.edge.binary.TransferResult;
import io.windlass.edge.client.ClientException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A client of one node by the binary protocol. It belongs to the event loop on which {@link
 * #connect} was called: everything is called and answered there.
 *
 * <p>What waits is bounded by {@link ClientOptions#waitingMax}. Beyond it everything fails with
 * {@link Kind#FULL}; a careful caller looks at {@link #isFull} and waits for {@link #drainHandler}.
 *
 * <p>A connection that is lost is replaced. All failures are {@link ClientException}s.
 */
public final class Client {
    private final Context context;
    private final Waiting waiting;
    private final Dispatch dispatch;
    private final Singles singles;
    private final Accounts accounts;
    private final Dialer dialer;
    private boolean isScheduled;
    private boolean isClosed;

    private Client(Vertx vertx, ClientOptions options) {
        this.context = vertx.getOrCreateContext();
        this.waiting = new Waiting(vertx, options);
        this.dispatch = new Dispatch(vertx, waiting, this::schedule);
        this.singles = new Singles(vertx, waiting, this::schedule);
        this.accounts = new Accounts(dispatch);
        this.dialer = new Dialer(vertx, options, this::schedule);
    }

    /**
     * Connects to a node; called on an event loop.
     *
     * @throws IllegalStateException if it is called elsewhere
     */
    public static Future<Client> connect(Vertx vertx, ClientOptions options) {
        if (!Context.isOnEventLoopThread()) {
            throw new IllegalStateException("a client is made on the event loop that it is for");
        }
        Client client = new Client(vertx, options);
        return client.dialer.connect().map(client);
    }

    /** The accounts with these ids, in their order; asked for once, then known. */
    public Future<List<Account>> accounts(List<String> ids) {
        return isClosed ? Future.failedFuture(closed()) : accounts.named(ids);
    }

    /**
     * Moves money. A refusal by the rules is a result. The same id is sent again, with pauses, when
     * the connection is lost or the node cannot do it now, until it has an answer or the time is
     * up: then it fails with {@link Kind#OUTCOME_UNKNOWN} or {@link Kind#NOT_EXECUTED}.
     *
     * @param id of the transaction, made by the caller
     * @param amount in the smallest unit of the currency of the account to take from, above 0
     */
    public Future<TransferResult> transfer(UUID id, Account from, Account to, long amount) {
        if (isClosed) {
            return Future.failedFuture(closed());
        }
        Single single = new Single(id, from, to, amount);
        if (!waiting.add(single)) {
            return Future.failedFuture(
                    new ClientException(Kind.FULL, "too much waits for answers already"));
        }
        singles.add(single);
        return single.promise().future();
    }

    /**
     * Asks an endpoint. It is sent once.
     *
     * @param endpoint its number
     * @param request one object with the fields of path, query and body
     */
    public Future<CallAnswer> call(int endpoint, JsonObject request) {
        if (isClosed) {
            return Future.failedFuture(closed());
        }
        CallTask task = new CallTask(dispatch, endpoint, request.toBuffer());
        dispatch.add(task);
        return task.promise().future();
    }

    /** An empty frame for so many transfers, to be filled and given to {@link #send}. */
    public TransferFrame frame(int count) {
        return new TransferFrame(count);
    }

    /**
     * Sends transfers that the caller has written and numbered, as one frame and once: who gets no
     * results may write the same ones again. The frame is the client's from now on.
     *
     * @throws IllegalArgumentException if there is nothing in it
     */
    public void send(TransferFrame frame, BatchHandler handler) {
        if (frame.count() == 0) {
            throw new IllegalArgumentException("a frame without transfers");
        }
        BatchTask task = new BatchTask(dispatch, frame, handler);
        if (isClosed) {
            task.fail(closed());
        } else {
            dispatch.add(task);
        }
    }

    /** Whether as much waits as the client takes. */
    public boolean isFull() {
        return waiting.isFull();
    }

    /** Called when something was refused as {@link Kind#FULL}, and half of it has its answer. */
    public Client drainHandler(Handler<Void> handler) {
        waiting.onDrained(() -> context.runOnContext(handler));
        return this;
    }

    /** Closes the connection; what waits fails. */
    public Future<Void> close() {
        isClosed = true;
        Future<Void> closed = dialer.close();
        waiting.endAll("the client was closed");
        return closed;
    }

    /** Sends at the end of this turn of the loop, so that all that it brings goes out together. */
    private void schedule() {
        if (!isScheduled) {
            isScheduled = true;
            context.runOnContext(nothing -> flush());
        }
    }

    private void flush() {
        isScheduled = false;
        waiting.endTurn();
        Optional<Link> link = dialer.link();
        if (link.isPresent() && dispatch.flush(link.get())) {
            singles.flush(link.get());
        }
    }

    private static ClientException closed() {
        return new ClientException(Kind.NOT_EXECUTED, "the client is closed");
    }
}
