package io.windlass.edge.net;

/**
 * A place in the network.
 *
 * @param host name or address
 * @param port the port, 0 for any free one
 */
public record Address(String host, int port) {
    /**
     * What Vert.x is told: any free port is the same one for all its servers that are given the
     * same negative number.
     *
     * @param protocol 1 or more, a number for each protocol
     */
    public int sharedPort(int protocol) {
        return port == 0 ? -protocol : port;
    }
}
