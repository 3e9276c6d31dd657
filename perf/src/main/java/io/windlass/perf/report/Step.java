package io.windlass.perf.report;

/**
 * What is measured in each round.
 *
 * @param file the name of its outputs: {@code <file>-<round>.txt}
 * @param title what readers are told it is
 * @param rate the key of its rate
 */
record Step(String file, String title, String rate) {
    private static final String RATE = "transfers_per_s";

    /** All of them, in the order they are shown; those without an output are left out. */
    static final Step[] ALL = {
        new Step("empty", "yardstick: empty POST, 64 connections", "requests_per_s"),
        new Step("single", "single transfers, 64 connections", RATE),
        new Step("one", "single transfers, one connection, one at a time", RATE),
        new Step("open", "single transfers, open loop at half the rate", RATE),
        new Step("batch", "JSON batches of 1,000, 16 connections", RATE),
        new Step("binary8192", "binary batches of 8,192, 2 connections", RATE),
        new Step("binary8192-25", "binary batches of 8,192, on JDK 25", RATE),
        new Step("binaryhot", "binary batches of 8,192, one account in all", RATE),
        new Step("binary64", "binary batches of 64, 16 connections", RATE),
        new Step("binaryhalf", "binary batches of 64, open loop at half the rate", RATE),
        new Step("binary1024", "binary single transfers, 1,024 in flight, one connection", RATE),
        new Step("binaryone", "binary single transfers, one at a time", RATE),
        new Step("seen", "binary batches of 8,192, many accounts and ids seen", RATE),
        new Step("pauses", "binary batches of 64, half of the peak for minutes", RATE),
        new Step("curve", "binary single transfers, the best of 1 to 4,096 clients", "peak_per_s"),
        new Step("replay", "replay at start (events)", "events_per_s"),
        new Step("ready", "start from a snapshot of 1,000,000 accounts", "ready_ms"),
        new Step("overload", "single transfers, 2,000 connections that wait", "peak_per_s"),
        new Step("postgres", "PostgreSQL, one function call, 32 clients", RATE),
        new Step("redis", "Redis, Lua script, 64 clients", RATE),
    };
}
