package io.windlass.perf.bench;

import java.util.SplittableRandom;
import java.util.UUID;

/** Makes transfers as JSON objects: an endless stream of new ones, or one that funds customers. */
final class Transfers {
    private static final String FIRST_MONEY = "1000000.00";
    private static final String SMALL = "0.01";

    private final Accounts accounts;
    private final Skew.Draw draw;
    private final SplittableRandom random;

    Transfers(Accounts accounts, Skew skew) {
        this.accounts = accounts;
        this.draw = skew.over(accounts.count());
        this.random = new SplittableRandom();
    }

    /** A small transfer between two customers of one partition. */
    String next() {
        int from = draw.next(random);
        int to = draw.next(random);
        while (to == from || !accounts.areTogether(from, to)) {
            to = random.nextInt(accounts.count());
        }
        return transfer(accounts.customer(from), accounts.customer(to), SMALL);
    }

    /** A customer's first money: more than it can spend in a run. */
    String funding(int customer) {
        return transfer(accounts.houseOf(customer), accounts.customer(customer), FIRST_MONEY);
    }

    /** A random one (version 4 of RFC 9562): other versions have a time in them. */
    private UUID id() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    private String transfer(String from, String to, String amount) {
        return "{\"from_account\":\""
                + from
                + "\",\"to_account\":\""
                + to
                + "\",\"amount\":\""
                + amount
                + "\",\"currency\":\"USD\",\"transaction_id\":\""
                + id()
                + "\"}";
    }
}
