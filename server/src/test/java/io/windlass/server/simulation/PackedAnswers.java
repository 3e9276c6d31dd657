package io.windlass.server.simulation;

import io.windlass.edge.node.RoutingRejection;
import io.windlass.features.wallet.WalletFeature;
import io.windlass.kernel.feature.Rejection;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks every result of a packed transfer against the ledger, as {@link Answers} does for replies:
 * the same outcome for an id, whatever way it came (I7), and none before it has committed (I13).
 */
final class PackedAnswers {
    private static final String MISMATCH = "idempotency-mismatch";

    private final List<Ledger> ledgers;
    private final Attempts attempts;
    private final Map<Integer, String> words = new HashMap<>();

    PackedAnswers(List<Ledger> ledgers, Attempts attempts) {
        this.ledgers = ledgers;
        this.attempts = attempts;
        for (Rejection rejection : new WalletFeature().rejections()) {
            words.put(rejection.number(), rejection.code());
        }
    }

    /** The refusal for now that a code stands for. */
    static Unavailable unavailable(Told told) {
        Violation.unless(told.isBare(), "not executed, but: " + told);
        Reason reason =
                Arrays.stream(Reason.values())
                        .filter(one -> one.number() == told.code())
                        .findFirst()
                        .orElseThrow();
        return new Unavailable(reason, "packed");
    }

    /** Checks a result that is one for good. */
    void check(Parcel parcel, Told told, Up node) {
        int expected = isAcross(parcel) ? across() : parcel.flaw().code();
        if (expected != 0) {
            Violation.unless(
                    told.code() == expected && told.isBare(),
                    parcel + " has to come to " + expected + ": " + told);
            attempts.notExecuted(parcel.call());
            return;
        }
        int home = node.home(parcel.call());
        Ledger.Outcome outcome =
                ledgers.get(home)
                        .outcome(parcel.call().id())
                        .orElseThrow(() -> new Violation("I13: told, not logged: " + told));
        Life life = node.life(home);
        Violation.unless(
                told.position().sequence() <= life.committed(),
                "I13: " + parcel + " was told, not committed: " + told);
        // A replica that has failed may tell what committed before, at the end of a batch.
        if (MISMATCH.equals(words.get(told.code()))) {
            Violation.unless(
                    told.isBare() && !isSame(parcel, outcome),
                    "I7: the same transfer was called another: " + told);
            return;
        }
        Violation.unless(
                isSame(parcel, outcome),
                "I7: another transfer got the answer of the first: " + told);
        attempts.decided(parcel.call(), told.isReplayed());
        compare(told, outcome, new Told.Place(home + 1, outcome.sequence()));
    }

    private void compare(Told told, Ledger.Outcome outcome, Told.Place place) {
        Balances.Transfer logged = outcome.transfer();
        boolean isDone = logged.word().isEmpty();
        String word = told.code() == 0 ? "" : words.get(told.code());
        Violation.unless(logged.word().equals(word), "I7: logged as " + logged + ": " + told);
        Violation.unless(
                told.position().equals(place) && told.timeNanos() == outcome.timeNanos(),
                "I7: another position than " + outcome + ": " + told);
        boolean same =
                isDone
                        ? told.fromBalance() == units(logged.fromBalance())
                                && told.toBalance() == units(logged.toBalance())
                        : told.fromBalance() == 0 && told.toBalance() == 0;
        Violation.unless(
                same && told.hasBalances() == isDone,
                "I7: other balances than " + logged + ": " + told);
    }

    private boolean isAcross(Parcel parcel) {
        return Answers.isAcross(parcel.call(), ledgers.size());
    }

    private static int across() {
        return RoutingRejection.NOT_SUPPORTED_ACROSS_PARTITIONS.number();
    }

    private static boolean isSame(Parcel parcel, Ledger.Outcome outcome) {
        Balances.Transfer logged = outcome.transfer();
        return logged.to().equals(parcel.call().text("to_account"))
                && Answers.isAmount(logged, parcel.call());
    }

    private static long units(String amount) {
        return new BigDecimal(amount).unscaledValue().longValueExact();
    }
}
