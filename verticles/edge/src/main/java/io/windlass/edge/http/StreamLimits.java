package io.windlass.edge.http;

import java.time.Duration;

/**
 * The bounds of one WebSocket.
 *
 * @param requests how many may be in flight; with more the socket is not read
 * @param messageBytes of one message, which may come in several frames
 * @param queueBytes of answers that the client has not taken; with more the socket is not read
 * @param slow how long that may last before the socket is closed
 */
public record StreamLimits(int requests, int messageBytes, int queueBytes, Duration slow) {
    private static final int KIB = 1_024;

    /** The usual bounds; a message holds a whole body and what stands around it. */
    public static final StreamLimits USUAL =
            new StreamLimits(256, 68 * KIB, 256 * KIB, Duration.ofSeconds(10));
}
