package io.windlass.server.simulation;

import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that a transfer whose every attempt was answered as not executed never happened. */
final class Refusals {
    private final List<Ledger> ledgers;

    /** How many attempts may still be executed. */
    private final Map<Ledger.Id, Integer> open = new HashMap<>();

    Refusals(List<Ledger> ledgers) {
        this.ledgers = ledgers;
    }

    void sent(Call call) {
        if (call.is(Call.TRANSFER)) {
            check(call.id());
            open.merge(call.id(), 1, Integer::sum);
        }
    }

    void answered(Call call, Unavailable answer) {
        if (call.is(Call.TRANSFER) && answer.reason() != Reason.OUTCOME_UNKNOWN) {
            open.computeIfPresent(call.id(), (id, attempts) -> attempts - 1);
            check(call.id());
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
