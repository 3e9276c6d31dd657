package io.windlass.kernel.raft;

import io.microraft.RaftEndpoint;

/**
 * A member of a replication group.
 *
 * @param id {@code <node>/<incarnation>}; the incarnation is drawn when a data directory is
 *     formatted, so that an empty disk is a stranger
 */
record Member(String id) implements RaftEndpoint {
    @Override
    public Object getId() {
        return id;
    }
}
