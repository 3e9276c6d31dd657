package io.windlass.edge.http;

import java.time.Duration;

/**
 * How long a connection may keep a server waiting.
 *
 * @param header from the opening of a connection, or of TLS on it, to the end of the first
 *     request's header fields
 * @param body from there to the end of the body; a second more for each KiB that has come
 * @param idle without traffic, and from an answer to the end of the next header fields
 */
public record HttpTimes(Duration header, Duration body, Duration idle) {
    /** The usual times. */
    public static final HttpTimes USUAL =
            new HttpTimes(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60));
}
