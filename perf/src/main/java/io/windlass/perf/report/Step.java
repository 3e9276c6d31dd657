package io.windlass.perf.report;

/**
 * What is measured in each round.
 *
 * @param file the name of its outputs: {@code <file>-<round>.txt}
 * @param title what readers are told it is
 * @param rate the key of its rate
 */
record Step(String file, String title, String rate) {
    /** All of them, in the order they are shown; those without an output are left out. */
    static final Step[] ALL = {
        new Step("empty", "yardstick: empty POST, 64 connections", "requests_per_s"),
        new Step("single", "single transfers, 64 connections", "transfers_per_s"),
        new Step("one", "single transfers, one connection, one at a time", "transfers_per_s"),
        new Step("open", "single transfers, open loop at half the rate", "transfers_per_s"),
        new Step("batch", "JSON batches of 1,000, 16 connections", "transfers_per_s"),
        new Step("replay", "replay at start (events)", "events_per_s"),
        new Step("ready", "start from a snapshot of 1,000,000 accounts", "ready_ms"),
        new Step("overload", "single transfers, 2,000 connections that wait", "peak_per_s"),
        new Step("postgres", "PostgreSQL, one function call, 32 clients", "transfers_per_s"),
        new Step("redis", "Redis, Lua script, 64 clients", "transfers_per_s"),
    };
}
