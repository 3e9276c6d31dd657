package io.windlass.server.simulation;

import io.windlass.base.wire.Timestamps;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.contract.JsonText;
import io.windlass.kernel.partition.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks every answer a client gets against the ledger, when it gets it: nothing is answered that
 * has not committed (I13), an id has one answer, byte for byte (I7), and what is asked is what the
 * model holds.
 */
final class Answers {
    private static final String MISMATCH = "idempotency-mismatch";
    private static final String ACROSS = "not-supported-across-partitions";

    private final List<Ledger> ledgers;
    private final Excuses excuses;
    private final Attempts attempts;
    private final PackedAnswers packed;
    private final Map<Ledger.Id, String> first = new HashMap<>();

    Answers(List<Ledger> ledgers, Excuses excuses) {
        this.ledgers = ledgers;
        this.excuses = excuses;
        this.attempts = new Attempts(ledgers);
        this.packed = new PackedAnswers(ledgers, attempts);
    }

    void sent(Call call) {
        attempts.sent(call);
    }

    /** The call was not done now, or maybe. */
    void unavailable(Call call, Unavailable answer) {
        boolean mayBeFull = call.isCommand() && excuses.isFull();
        Violation.unless(
                answer.reason() != Unavailable.Reason.STORAGE_FULL || mayBeFull,
                "storage: " + call + " is refused for want of space");
        attempts.unavailable(call, answer);
    }

    /** All calls have been made. */
    void end() {
        attempts.end();
    }

    /** True if the answer is one; false if the client has to try again. */
    boolean isFinal(Call call, Reply reply, Up node) {
        if (reply.answer() instanceof Unavailable answer) {
            unavailable(call, answer);
            return false;
        }
        String text = JsonText.of(reply.answer());
        if (isAcross(call, ledgers.size())) {
            Violation.unless(text.startsWith(ACROSS), call + " was served: " + text);
            attempts.notExecuted(call);
            return true;
        }
        Ledger ledger = ledgers.get(node.home(call));
        Life life = node.life(node.home(call));
        Violation.unless(!(reply.answer() instanceof Malformed), call + " is malformed: " + text);
        long sequence = sequence(reply.position());
        Violation.unless(
                sequence <= life.committed(),
                "I13: " + call + " was answered from " + sequence + ", not committed: " + text);
        // What had committed before may still be read from the log, and answered.
        boolean isOld =
                reply.replayed()
                        || text.startsWith(MISMATCH)
                        || call.is(Call.REGISTER)
                        || !call.isCommand();
        Violation.unless(!life.hasFailed() || isOld, "a failed replica has acknowledged " + call);
        switch (call.endpoint()) {
            case Call.TRANSFER -> transfer(ledger, call, reply, text);
            case Call.BALANCE -> balance(ledger, call, text);
            case Call.LOOK_UP -> lookUp(ledger, call, text, sequence);
            case Call.REGISTER -> registered(call, text);
            case Call.CURRENCIES -> currencies(ledger, text, sequence);
            case Call.RESOLVE -> resolved(ledger, call, reply, sequence);
            default -> account(ledger, call, text, sequence);
        }
        return true;
    }

    /** Likewise for the result of a packed transfer. */
    boolean isFinal(Parcel parcel, Told told, Up node) {
        if (told.isUnavailable()) {
            unavailable(parcel.call(), PackedAnswers.unavailable(told));
            return false;
        }
        packed.check(parcel, told, node);
        return true;
    }

    static boolean isAcross(Call call, int partitions) {
        return call.is(Call.TRANSFER)
                && Names.home(call.text("from_account"), partitions)
                        != Names.home(call.text("to_account"), partitions);
    }

    /** A change of a shared table is told when every partition has it. */
    private void registered(Call call, String text) {
        if (text.startsWith("currency-exists-different")) {
            return;
        }
        for (Ledger ledger : ledgers) {
            Violation.unless(
                    ledger.currencies().containsKey(call.text("code")),
                    "shared: partition " + ledger.partition() + " does not have " + text);
        }
    }

    private static void currencies(Ledger ledger, String text, long sequence) {
        ledger.currencies()
                .forEach(
                        (code, at) ->
                                Violation.unless(
                                        at > sequence || text.contains('"' + code + '"'),
                                        "shared: " + code + " is not listed"));
    }

    private void transfer(Ledger ledger, Call call, Reply reply, String text) {
        Ledger.Outcome outcome =
                ledger.outcome(call.id())
                        .orElseThrow(() -> new Violation("I13: answered, not logged: " + text));
        Balances.Transfer logged = outcome.transfer();
        boolean same = logged.to().equals(call.text("to_account")) && isAmount(logged, call);
        if (text.startsWith(MISMATCH)) {
            Violation.unless(!same, "I7: the same transfer was called another: " + text);
            return;
        }
        Violation.unless(same, "I7: another transfer got the answer of the first: " + text);
        attempts.decided(call, reply.replayed());
        String other = first.putIfAbsent(call.id(), text);
        Violation.unless(
                other == null || other.equals(text),
                "I7: two answers for " + call.id() + ": " + other + " and " + text);
        has(text, at(ledger) + outcome.sequence() + "\"");
        if (logged.word().isEmpty()) {
            has(text, "\"from_balance\":\"" + logged.fromBalance() + "\"");
            has(text, "\"to_balance\":\"" + logged.toBalance() + "\"");
            has(text, "\"time\":\"" + Timestamps.format(outcome.timeNanos()) + "\"");
        } else {
            Violation.unless(text.startsWith(logged.word() + " "), "I7: logged otherwise: " + text);
        }
        long told = sequence(reply.position());
        Violation.unless(told == outcome.sequence(), "I7: another position: " + text);
    }

    private static void balance(Ledger ledger, Call call, String text) {
        String id = call.text("account_id");
        if (ledger.balances().find(id).isEmpty()) {
            Violation.unless(text.startsWith("account-not-found"), "nobody opened " + text);
            return;
        }
        Balances.Account account = ledger.balances().find(id).get();
        has(text, "\"posted\":\"" + account.text(account.posted()) + "\"");
        has(text, "\"available\":\"" + account.text(account.posted().add(account.limit())) + "\"");
        has(text, "\"version\":" + account.version() + ",");
        has(text, at(ledger) + ledger.size() + "\"");
    }

    private static void lookUp(Ledger ledger, Call call, String text, long sequence) {
        if (text.startsWith("transfer-not-found")) {
            boolean there =
                    ledger.outcome(call.id()).filter(o -> o.sequence() <= sequence).isPresent();
            Violation.unless(!there, "I13: a transfer is not found: " + call.id());
            return;
        }
        Ledger.Outcome outcome =
                ledger.outcome(call.id())
                        .orElseThrow(() -> new Violation("found, not logged: " + text));
        has(text, at(ledger) + outcome.sequence() + "\"");
        has(text, outcome.transfer().word().isEmpty() ? "\"SUCCEEDED\"" : "\"REJECTED\"");
    }

    private static void resolved(Ledger ledger, Call call, Reply reply, long sequence) {
        String id = call.text("account_id");
        if (!(reply.answer() instanceof Answer.Accepted accepted)) {
            boolean there = ledger.balances().isOpened(id, sequence);
            Violation.unless(!there, "I13: an account has no handle: " + id);
            return;
        }
        Balances.Account account =
                ledger.balances().find(id).orElseThrow(() -> new Violation("nobody opened " + id));
        Handles.Account told = Handles.Account.of(accepted);
        Violation.unless(
                told.handle() == account.handle() && told.currency() == account.currency(),
                id + " is not " + told);
    }

    /** The account may have been opened behind what the answer depends on. */
    private static void account(Ledger ledger, Call call, String text, long sequence) {
        boolean known = ledger.balances().isOpened(call.text("account_id"), sequence);
        boolean missing = text.startsWith("account-not-found");
        Violation.unless(known != missing, "I13: " + call + " got " + text);
    }

    static boolean isAmount(Balances.Transfer logged, Call call) {
        boolean yen = "JPY".equals(call.text("currency"));
        return logged.amount() == call.minorUnits() && yen == !call.text("amount").contains(".");
    }

    private static String at(Ledger ledger) {
        return "\"position\":\"" + ledger.partition() + ":";
    }

    private static void has(String text, String part) {
        Violation.unless(text.contains(part), "expected " + part + " in " + text);
    }

    private static long sequence(String position) {
        return Long.parseLong(position.substring(position.indexOf(':') + 1));
    }
}
