package io.windlass.perf.bench;

import java.util.function.LongFunction;

/** Opens the accounts of a run and gives every customer its first money. */
final class Funding {
    private Funding() {}

    /** Runs to its end, or fails. */
    static void run(Load load, Accounts accounts, Transfers transfers) {
        LongFunction<String> funding = number -> transfers.funding((int) number);
        Tally opening = load.all(new OpenScript(accounts));
        Tally funded = load.all(new SingleScript(funding, accounts.count()));
        if (opening.accepted() != accounts.count() + accounts.houses().size()
                || funded.accepted() != accounts.count()) {
            throw new BenchException("not all accounts could be opened and funded");
        }
    }
}
