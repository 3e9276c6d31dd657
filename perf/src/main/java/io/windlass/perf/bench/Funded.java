package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Accounts of one run, opened and with money, and what is drawn from them.
 *
 * @param accounts their names
 * @param pairs who pays whom
 * @param transfers the same as JSON
 */
record Funded(Accounts accounts, Pairs pairs, Transfers transfers) {
    /** Opens so many customers at a node and gives them their first money; blocks. */
    static Funded at(Subject subject, Vertx vertx, int count, String skew, String ids) {
        int partitions = subject.money().getInteger("partitions");
        String run = Long.toHexString(new SplittableRandom().nextLong() | Long.MIN_VALUE);
        Accounts opened = new Accounts(run.substring(8), count, partitions);
        Pairs pairs = new Pairs(opened, Skew.valueOf(skew.toUpperCase(Locale.ROOT)));
        Transfers transfers = new Transfers(opened, pairs, Ids.of(ids));
        Funding.run(vertx, subject.address(), opened, transfers);
        return new Funded(opened, pairs, transfers);
    }
}
