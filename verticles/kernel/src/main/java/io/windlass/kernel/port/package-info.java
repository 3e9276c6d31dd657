/**
 * What the kernel asks of the world: a disk, a clock, a loop to run on, a source of random bits,
 * and consensus. The real ones live in {@code edge} and {@code kernel.raft}; the simulator brings
 * its own, so that the same kernel runs on one thread under one seed.
 */
package io.windlass.kernel.port;
