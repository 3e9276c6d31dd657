package io.windlass.perf.bench;

/** Makes transfers as JSON objects: an endless stream of new ones, or one that funds customers. */
final class Transfers {
    private static final String FIRST_MONEY = "1000000.00";
    private static final String SMALL = "0.01";

    private final Accounts accounts;
    private final Pairs pairs;
    private final Ids ids;

    Transfers(Accounts accounts, Skew skew) {
        this(accounts, new Pairs(accounts, skew), Ids.random());
    }

    Transfers(Accounts accounts, Pairs pairs, Ids ids) {
        this.accounts = accounts;
        this.pairs = pairs;
        this.ids = ids;
    }

    /** A small transfer between two customers of one partition. */
    String next() {
        pairs.next();
        return transfer(accounts.customer(pairs.from()), accounts.customer(pairs.to()), SMALL);
    }

    /** A customer's first money: more than it can spend in a run. */
    String funding(int customer) {
        return transfer(accounts.houseOf(customer), accounts.customer(customer), FIRST_MONEY);
    }

    private String transfer(String from, String to, String amount) {
        ids.next();
        return "{\"from_account\":\""
                + from
                + "\",\"to_account\":\""
                + to
                + "\",\"amount\":\""
                + amount
                + "\",\"currency\":\"USD\",\"transaction_id\":\""
                + ids.uuid()
                + "\"}";
    }
}
