/**
 * The whole kernel with every feature on one thread, under one seed.
 *
 * <pre>
 *   Clients --calls--> NodeUnderTest: Partition, RaftConsensus, MicroRaft, log, wallet (all real)
 *      ^                    |  loops, clock, entropy, disk: lent, seeded
 *      |                    v
 *   Answers checked <--- Ledger: a naive model of every committed event, kept over all lives
 *                           ^
 *   Faults: power failure, kill, input/output errors, clock jumps
 * </pre>
 *
 * <p>A seed decides everything: the sizes, what clients do, which accidents happen and when, and
 * the order in which the loops come to run. The same seed gives the same run, so a failure is run
 * again by its number. Which invariant is checked where is said in the class that checks it; the
 * numbers I1 to I15 are those of the ledger's list of invariants.
 */
package io.windlass.server.simulation;
