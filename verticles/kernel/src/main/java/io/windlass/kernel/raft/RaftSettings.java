package io.windlass.kernel.raft;

import io.windlass.kernel.log.LogSettings;

/**
 * How one replica takes part.
 *
 * @param node the node's name
 * @param log where its log is
 * @param snapshotInterval how many entries lie between two snapshot positions
 */
public record RaftSettings(String node, LogSettings log, int snapshotInterval) {}
