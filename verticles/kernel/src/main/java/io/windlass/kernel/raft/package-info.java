/**
 * Consensus by MicroRaft 0.7 behind the port {@link io.windlass.kernel.port.Consensus}; no other
 * package names the library.
 *
 * <p>The library runs as tasks on one loop that may wait: appending and syncing happen there, never
 * on a partition's loop. A group of one is an ordinary group whose majority is one, so that one
 * node and three nodes are one code path.
 *
 * <p>A Raft snapshot is only a log position. A replica keeps two of them and every entry behind the
 * older one, and starts the library from the older: a library log that begins right at its snapshot
 * can reject every append for ever (found by simulation of 0.7, fixed upstream after it).
 *
 * <p>The library knows heartbeats in whole seconds and logs exceptions of its tasks; therefore its
 * clock and timers are scaled (its second is 100 ms), and the store latches its first error and
 * stops the replica by itself.
 */
package io.windlass.kernel.raft;
