package io.windlass.perf.bench;

import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.util.function.LongFunction;

/** Opens the accounts of a run and gives every customer its first money. */
final class Funding {
    private static final int CONNECTIONS = 64;
    private static final int IN_FLIGHT = 8;

    /** Fewer than a node takes at a time: as many batches as this are on their way. */
    private static final int BATCHES = 16;

    private static final int BATCH = 1_000;

    private Funding() {}

    /** Runs to its end, or fails; a million accounts take half a minute. */
    static void run(Vertx vertx, SocketAddress node, Accounts accounts, Transfers transfers) {
        LongFunction<String> funding = number -> transfers.funding((int) number);
        Tally opening;
        try (Load load = Load.connect(vertx, node, CONNECTIONS, IN_FLIGHT)) {
            opening = load.all(new OpenScript(accounts));
        }
        Tally funded;
        try (Load load = Load.connect(vertx, node, BATCHES, 1)) {
            funded = load.all(new BatchScript(funding, BATCH, accounts.count()));
        }
        if (opening.accepted() != accounts.count() + accounts.houses().size()
                || funded.accepted() != accounts.count()) {
            throw new BenchException("not all accounts could be opened and funded");
        }
    }
}
