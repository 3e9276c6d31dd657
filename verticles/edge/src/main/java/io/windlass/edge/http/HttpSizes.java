package io.windlass.edge.http;

import io.windlass.edge.net.ConnectionBounds;

/**
 * How much a server takes, in bytes unless it says otherwise.
 *
 * @param body of a request with one JSON object
 * @param bodies all bodies together that come in several pieces, over all servers of a node
 * @param header all header fields of a request together
 * @param line the request line
 * @param connections how many may be open at once, over all servers of a node
 * @param addressConnections how many of them one client address may have
 */
public record HttpSizes(
        int body, int bodies, int header, int line, int connections, int addressConnections) {
    private static final int KIB = 1_024;

    /** The usual sizes. */
    public static final HttpSizes USUAL =
            new HttpSizes(64 * KIB, 256 * KIB * KIB, 16 * KIB, 8 * KIB, 10_000, 5_000);

    /** How many connections may be open. */
    public ConnectionBounds bounds() {
        return new ConnectionBounds(connections, addressConnections);
    }
}
