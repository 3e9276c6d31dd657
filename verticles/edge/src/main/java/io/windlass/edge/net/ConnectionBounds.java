package io.windlass.edge.net;

/**
 * How many connections may be open at once, over all servers of a node.
 *
 * @param all of all clients
 * @param ofAddress of one client address
 */
public record ConnectionBounds(int all, int ofAddress) {}
