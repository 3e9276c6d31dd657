package io.windlass.edge.node;

import io.windlass.kernel.port.Clock;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.Entropy;

/**
 * What a node's partitions share.
 *
 * @param disk the data directory
 * @param clock the wall clock
 * @param entropy random bits
 * @param pinning where the threads of partitions run
 */
public record Machine(Disk disk, Clock clock, Entropy entropy, Pinning pinning) {}
