package io.windlass.server.simulation;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Slots;
import io.windlass.server.simulation.Parcel.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How one client makes batches of packed transfers: mostly new ones, with some that were sent
 * before in whatever way, some with another body, some twice in a batch and some with a flaw.
 */
final class Packing {
    private static final int BATCH_MAX = 20;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Version 7 and the year 2049. */
    private static final long FUTURE = 2_500_000_000_000L << 16 | 0x7000;

    private static final List<Flaw> FLAWS = List.of(Flaw.values());

    private final Chance chance;
    private final Handles handles;
    private final long client;
    private long parcels;

    Packing(Chance chance, Handles handles, String client) {
        this.chance = chance;
        this.handles = handles;
        this.client = client.hashCode();
    }

    /** What a parcel will be made of. */
    record Draft(Call call, Flaw flaw) {}

    /** A transaction id that fits into a packed transfer. */
    String id(int number) {
        return new UUID(client * SPREAD, number).toString();
    }

    /**
     * Draws what a batch is made of.
     *
     * @param fresh makes a transfer that was never sent
     * @param known what was sent before
     */
    List<Draft> draw(Supplier<Call> fresh, List<Call> known) {
        int size = Math.min(chance.between(1, BATCH_MAX), chance.between(1, BATCH_MAX));
        List<Call> older = known.stream().filter(Call::isPackable).toList();
        List<Draft> drafts = new ArrayList<>();
        while (drafts.size() < size) {
            int dice = chance.between(1, 100);
            if (dice <= 12 && !older.isEmpty()) {
                drafts.add(new Draft(chance.pick(older), Flaw.NONE));
            } else if (dice <= 18 && !older.isEmpty()) {
                drafts.add(new Draft(Habits.changed(chance.pick(older)), Flaw.NONE));
            } else if (dice <= 26 && !drafts.isEmpty()) {
                drafts.add(chance.pick(drafts));
            } else if (dice <= 32) {
                drafts.add(flawed(fresh.get(), chance.pick(FLAWS)));
            } else {
                drafts.add(new Draft(fresh.get(), Flaw.NONE));
            }
        }
        return drafts;
    }

    /** The questions that have to be answered first. */
    List<Call> unknown(List<Draft> drafts) {
        List<Call> questions = new ArrayList<>();
        for (Draft draft : drafts) {
            for (String field : List.of("from_account", "to_account")) {
                String account = draft.call().text(field);
                if (handles.isNew(account)) {
                    questions.add(new Call(Call.RESOLVE, Map.of("account_id", account)));
                }
            }
        }
        return questions;
    }

    void answered(Call call, Answer answer) {
        if (call.is(Call.RESOLVE)) {
            handles.answered(call.text("account_id"), answer);
        }
    }

    /** What has no handle gets one that nobody has. */
    Batch pack(List<Draft> drafts) {
        return new Batch(drafts.stream().map(this::pack).toList());
    }

    private Parcel pack(Draft draft) {
        parcels++;
        String from = draft.call().text("from_account");
        String to = draft.call().text("to_account");
        Optional<Handles.Account> source = handles.find(from);
        Optional<Handles.Account> destination = handles.find(to);
        Flaw flaw = draft.flaw();
        if (source.isEmpty() || flaw == Flaw.NO_DEBIT) {
            flaw = Flaw.NO_DEBIT;
            source = Optional.empty();
        } else if (destination.isEmpty() || flaw == Flaw.NO_CREDIT) {
            flaw = Flaw.NO_CREDIT;
            destination = Optional.empty();
        }
        return new Parcel(
                parcels,
                draft.call(),
                handle(source, from),
                handle(destination, to),
                handles.currency(draft.call().text("currency")).orElse(0),
                flaw);
    }

    private static long handle(Optional<Handles.Account> account, String id) {
        return account.map(Handles.Account::handle)
                .orElseGet(() -> Parcel.nobodyBeside(Slots.of(0, id)));
    }

    private Draft flawed(Call call, Flaw flaw) {
        Map<String, Object> fields = new HashMap<>(call.fields());
        UUID id = UUID.fromString(call.text("transaction_id"));
        if (flaw == Flaw.SAME_ACCOUNT || flaw == Flaw.FORGED_CREDIT) {
            fields.put("to_account", call.text("from_account"));
        } else if (flaw == Flaw.FUTURE_ID) {
            long low = Long.MIN_VALUE | client << 32 | id.getLeastSignificantBits();
            fields.put("transaction_id", new UUID(FUTURE, low).toString());
        }
        return new Draft(new Call(call.endpoint(), fields), flaw);
    }
}
