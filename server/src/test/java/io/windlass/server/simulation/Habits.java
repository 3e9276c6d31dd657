package io.windlass.server.simulation;

import io.windlass.kernel.feature.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What one client does next: opens accounts first, then mostly moves money. */
final class Habits {
    private static final String ACCOUNT = "account_id";
    private static final String ACTION = "POST /v1/accounts/{account_id}/";
    private static final int REMEMBERED = 40;

    private final Chance chance;
    private final Names names;
    private final String client;
    private final Packing packing;
    private final ArrayDeque<Supplier<Wish>> first = new ArrayDeque<>();
    private final List<Call> transfers = new ArrayList<>();
    private int ids;

    Habits(Chance chance, Names names, Handles handles, String client) {
        this.chance = chance;
        this.names = names;
        this.client = client;
        this.packing = new Packing(chance, handles, client);
        for (int home = 0; home < names.partitions(); home++) {
            Call dollars = open(names.bank("u", home));
            Call yen = open(names.bank("j", home));
            first.add(() -> dollars);
            first.add(() -> yen);
            int customers = names.customers("u", home).size() / 2 / names.partitions();
            for (int i = 0; i < customers; i++) {
                Call open = open(customer("u", home));
                first.add(() -> open);
            }
        }
    }

    Wish next() {
        int dice = chance.between(1, 100);
        if (first.isEmpty() && dice <= 15) {
            pack();
        }
        return first.isEmpty() ? call(dice) : first.remove().get();
    }

    /** Who hears that an account is missing mostly opens it and asks again. */
    void answered(Call call, Answer answer) {
        packing.answered(call, answer);
        boolean isMissing = call.is(Call.RESOLVE) && !(answer instanceof Answer.Accepted);
        if (isMissing && !call.text(ACCOUNT).contains("ghost") && chance.percent(70)) {
            Call open = open(call.text(ACCOUNT));
            first.addFirst(() -> call);
            first.addFirst(() -> open);
        }
    }

    /** What is to be known first is asked first. */
    private void pack() {
        List<Packing.Draft> drafts = packing.draw(this::packable, transfers);
        packing.unknown(drafts).forEach(call -> first.add(() -> call));
        first.add(() -> packing.pack(drafts));
    }

    private Call packable() {
        ids++;
        return remember(transfer(packing.id(ids)));
    }

    private Call call(int dice) {
        if (dice <= 55 || transfers.isEmpty()) {
            ids++;
            return remember(transfer(chance.percent(50) ? packing.id(ids) : client + "-" + ids));
        }
        if (dice <= 65) {
            return chance.pick(transfers);
        }
        if (dice <= 70) {
            return changed(chance.pick(transfers));
        }
        if (dice <= 76) {
            return lookUp(chance.pick(transfers));
        }
        if (dice <= 84) {
            return new Call(Call.BALANCE, Map.of(ACCOUNT, anyone()));
        }
        if (dice <= 86) {
            return register();
        }
        if (dice == 87) {
            return new Call(Call.CURRENCIES, Map.of());
        }
        return dice <= 90 ? open(customer(currency(), home())) : action();
    }

    /** A few codes, so that they are often there already, now and then as something else. */
    private Call register() {
        long scale = chance.percent(80) ? 2 : 3;
        return new Call(
                Call.REGISTER,
                Map.of("code", "C" + chance.between(100, 120), "scale", scale, "name", "Coin"));
    }

    private Call open(String id) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(ACCOUNT, id);
        fields.put("currency", id.startsWith("j") ? "JPY" : "USD");
        if (id.contains("bank")) {
            fields.put("kind", "external");
        } else if (chance.percent(20)) {
            fields.put("overdraft_limit", Integer.toString(chance.between(1, 50)));
        }
        if (chance.percent(10)) {
            fields.put("metadata", Map.of("note", "x".repeat(chance.between(1, 700))));
        }
        return new Call(Call.OPEN, fields);
    }

    private Call transfer(String id) {
        String currency = currency();
        int home = home();
        int other = chance.percent(4) ? home() : home;
        int dice = chance.between(1, 100);
        String from = dice <= 45 ? names.bank(currency, home) : customer(currency, home);
        String to = dice > 90 ? names.bank(currency, other) : customer(currency, other);
        if (chance.percent(3)) {
            from = names.ghost(currency, home);
        } else if (chance.percent(3)) {
            to = names.ghost(currency, other);
        } else if (chance.percent(3)) {
            to = names.customers(currency.equals("u") ? "j" : "u", other).get(0);
        }
        if (from.equals(to)) {
            to = names.bank(currency, home);
        }
        return new Call(
                Call.TRANSFER,
                Map.of(
                        "transaction_id",
                        id,
                        "from_account",
                        from,
                        "to_account",
                        to,
                        "currency",
                        currency.equals("j") ? "JPY" : "USD",
                        "amount",
                        amount(currency)));
    }

    private String amount(String currency) {
        int whole = chance.percent(10) ? chance.between(1, 100_000) : chance.between(1, 60);
        return currency.equals("j") ? Integer.toString(whole) : whole + ".25";
    }

    /** The same id with another body. */
    static Call changed(Call call) {
        Map<String, Object> fields = new HashMap<>(call.fields());
        fields.put("amount", "9" + call.text("amount"));
        return new Call(Call.TRANSFER, fields);
    }

    private static Call lookUp(Call call) {
        return new Call(
                Call.LOOK_UP,
                Map.of(
                        "transaction_id",
                        call.text("transaction_id"),
                        "from_account",
                        call.text("from_account")));
    }

    private Call action() {
        String id = anyone();
        return switch (chance.between(1, 5)) {
            case 1 ->
                    new Call(
                            ACTION + "freeze",
                            Map.of(
                                    ACCOUNT,
                                    id,
                                    "direction",
                                    chance.pick(List.of("debit", "credit", "both"))));
            case 2 -> new Call(ACTION + "close", Map.of(ACCOUNT, id));
            case 3 ->
                    new Call(
                            ACTION + "limit",
                            Map.of(
                                    ACCOUNT,
                                    id,
                                    "overdraft_limit",
                                    Integer.toString(chance.between(0, 80))));
            default -> new Call(ACTION + "unfreeze", Map.of(ACCOUNT, id));
        };
    }

    private Call remember(Call call) {
        if (transfers.size() == REMEMBERED) {
            transfers.remove(chance.between(0, REMEMBERED - 1));
        }
        transfers.add(call);
        return call;
    }

    private String anyone() {
        int home = home();
        return chance.percent(5) ? names.ghost("u", home) : customer(currency(), home);
    }

    private String customer(String currency, int home) {
        return chance.pick(names.customers(currency, home));
    }

    private int home() {
        return names.partitions() == 1 ? 0 : chance.between(0, names.partitions() - 1);
    }

    private String currency() {
        return chance.percent(85) ? "u" : "j";
    }
}
