package io.windlass.perf.stage;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Transfers between a number of accounts, as JSON; the same ones in each run. */
final class SampleTransfers {
    private final SplittableRandom random = new SplittableRandom(1);
    private final int accounts;

    SampleTransfers(int accounts) {
        this.accounts = accounts;
    }

    /** The id of an account, from 0. */
    static String account(int number) {
        return String.format(Locale.ROOT, "account-%07d", number);
    }

    /** Another transfer, with an id of version 4 (RFC 9562). */
    String next() {
        int from = random.nextInt(accounts);
        int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return String.format(
                Locale.ROOT,
                "{\"from_account\":\"%s\",\"to_account\":\"%s\",\"amount\":\"0.01\","
                        + "\"currency\":\"USD\",\"transaction_id\":\"%s\"}",
                account(from),
                account(to),
                new UUID(high, low));
    }
}
