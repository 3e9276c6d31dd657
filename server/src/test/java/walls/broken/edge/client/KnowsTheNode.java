package walls.broken.edge.client;

import walls.broken.edge.KnowsAFeature;

/** A client that wants something of the node. */
public record KnowsTheNode(KnowsAFeature node) {}
