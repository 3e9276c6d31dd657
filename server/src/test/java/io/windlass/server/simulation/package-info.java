/**
 * The whole kernel with every feature on one thread, under one seed.
 *
 * <pre>
 *   Clients --calls--> NodeUnderTest: Up, one process: Door, and for each of 1 to 3 partitions
 *      ^                 Partition, RaftConsensus, MicroRaft, log, snapshots, wallet (all real)
 *      |                    |  loops, clock, entropy, disk: lent, seeded
 *      |                    v
 *   Answers checked <--- Ledger for each partition: a naive model of every committed event, kept
 *   PackedAnswers          over all lives; SharedChanges: what all partitions have to agree on;
 *                          Shelf: the snapshots that have to be there
 *                           ^
 *   Faults: power failure, kill, input/output errors, a full disk, clock jumps,
 *   leadership lost and won again;
 *   Decay: turned bits, lost files; Excuses: what a partition may blame when it stops
 * </pre>
 *
 * <p>Transfers come one by one with all their fields, or packed in batches like those of the binary
 * port, under the same ids: an id has one outcome whichever way it came, and Attempts counts them.
 *
 * <p>Damage has to be named with its file, which is then put back as from a backup, or the node
 * comes up right. Evidence says which damage a node alone cannot tell from a torn tail.
 *
 * <p>A seed decides everything: the sizes, what clients do, which accidents happen and when, and
 * the order in which the loops come to run. The same seed gives the same run, so a failure is run
 * again by its number. Which invariant is checked where is said in the class that checks it; the
 * numbers I1 to I15 are those of the ledger's list of invariants.
 */
package io.windlass.server.simulation;
