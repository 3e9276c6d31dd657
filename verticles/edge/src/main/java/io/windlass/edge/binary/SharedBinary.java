package io.windlass.edge.binary;

import io.windlass.edge.access.Callers;
import io.windlass.edge.net.OpenConnections;

/**
 * What all servers of the binary protocol of a node share. Any thread.
 *
 * @param callers who may call
 * @param connections which are open, those of other ports among them
 */
public record SharedBinary(Callers callers, OpenConnections connections) {}
