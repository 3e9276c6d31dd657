package io.windlass.server.simulation;

/**
 * Who watches one partition over all lives of the node.
 *
 * @param ledger what has committed
 * @param shelf its snapshots
 * @param excuses what it may blame when it stops
 * @param trace what happened
 */
record Witness(Ledger ledger, Shelf shelf, Excuses excuses, Trace trace) {}
