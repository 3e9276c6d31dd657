package io.windlass.edge.http;

/**
 * How much a server takes, in bytes unless it says otherwise.
 *
 * @param body of a request with one JSON object
 * @param header all header fields of a request together
 * @param line the request line
 * @param connections how many may be open at once, over all servers of a node
 */
public record HttpSizes(int body, int header, int line, int connections) {
    private static final int KIB = 1_024;

    /** The usual sizes. */
    public static final HttpSizes USUAL = new HttpSizes(64 * KIB, 16 * KIB, 8 * KIB, 10_000);
}
