package io.windlass.server.simulation;

import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the attempts at each transfer, whatever way they went: one whose every attempt was
 * answered as not executed never happened, and at most one attempt is told to be the first.
 */
final class Attempts {
    private final List<Ledger> ledgers;

    /** How many there were. */
    private final Map<Ledger.Id, Integer> sent = new HashMap<>();

    /** How many may still be executed. */
    private final Map<Ledger.Id, Integer> open = new HashMap<>();

    /** Who was told that it was he. */
    private final Set<Ledger.Id> decided = new HashSet<>();

    Attempts(List<Ledger> ledgers) {
        this.ledgers = ledgers;
    }

    void sent(Call call) {
        if (call.is(Call.TRANSFER)) {
            check(call.id());
            open.merge(call.id(), 1, Integer::sum);
            sent.merge(call.id(), 1, Integer::sum);
        }
    }

    void unavailable(Call call, Unavailable answer) {
        if (answer.reason() != Reason.OUTCOME_UNKNOWN) {
            notExecuted(call);
        }
    }

    /** An attempt was answered as one that changes nothing and leaves no trace of its id. */
    void notExecuted(Call call) {
        if (call.is(Call.TRANSFER)) {
            open.computeIfPresent(call.id(), (id, attempts) -> attempts - 1);
            check(call.id());
        }
    }

    /** An attempt got the outcome of its id, as the first one or a later one. */
    void decided(Call call, boolean replayed) {
        Ledger.Id id = call.id();
        if (replayed) {
            Violation.unless(sent.get(id) > 1, "I7: the only attempt is called a replay: " + id);
        } else {
            Violation.unless(decided.add(id), "I7: two attempts were told to be the first: " + id);
        }
    }

    /** Nothing that was refused comes up later. */
    void end() {
        open.keySet().forEach(this::check);
    }

    private void check(Ledger.Id id) {
        Violation.unless(
                open(id) > 0 || !open.containsKey(id) || !happened(id),
                "refused: " + id + " was answered as not executed, and is logged");
    }

    private int open(Ledger.Id id) {
        return open.getOrDefault(id, 0);
    }

    private boolean happened(Ledger.Id id) {
        int home = Names.home(id.source(), ledgers.size());
        return ledgers.get(home).outcome(id).isPresent();
    }
}
