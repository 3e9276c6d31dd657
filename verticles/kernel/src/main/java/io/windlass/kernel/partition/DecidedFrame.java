package io.windlass.kernel.partition;

import io.windlass.kernel.port.Consensus.Proposal;
import java.util.List;

/**
 * A frame that has been proposed and has not committed yet.
 *
 * @param events what was proposed
 * @param promises the answers that wait for it
 * @param decidedAt when it was proposed, monotonic nanoseconds
 */
record DecidedFrame(Proposal events, List<Promise> promises, long decidedAt) {}
