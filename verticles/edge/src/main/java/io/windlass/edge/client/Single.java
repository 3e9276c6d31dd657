package io.windlass.edge.client;

import io.vertx.core.Promise;
import io.windlass.edge.binary.TransferFrame;
import io.windlass.edge.binary.TransferResult;
import java.util.UUID;

/** A transfer on its way, through as many attempts as it takes. */
final class Single extends Pending {
    private final UUID id;
    private final Account from;
    private final Account to;
    private final long amount;
    private final Promise<TransferResult> promise = Promise.promise();
    private int attempts;
    private boolean isInFlight;
    private boolean mayBeDone;

    Single(UUID id, Account from, Account to, long amount) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.amount = amount;
    }

    Promise<TransferResult> promise() {
        return promise;
    }

    /** Appends it to a frame that is about to be sent. */
    void write(TransferFrame frame) {
        isInFlight = true;
        attempts++;
        frame.add(
                id.getMostSignificantBits(),
                id.getLeastSignificantBits(),
                from.handle(),
                to.handle(),
                amount,
                from.currency());
    }

    /** The attempt came to nothing; {@code mayBe} if nobody knows whether it was executed. */
    void missed(boolean mayBe) {
        isInFlight = false;
        mayBeDone |= mayBe;
    }

    /** How often it was sent. */
    int attempts() {
        return attempts;
    }

    @Override
    void end(String why) {
        ClientException.Kind kind =
                isInFlight || mayBeDone
                        ? ClientException.Kind.OUTCOME_UNKNOWN
                        : ClientException.Kind.NOT_EXECUTED;
        promise.tryFail(new ClientException(kind, "transfer " + id + ": " + why));
    }
}
