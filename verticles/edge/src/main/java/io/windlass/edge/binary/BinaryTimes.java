package io.windlass.edge.binary;

import java.time.Duration;

/**
 * How long a connection may keep a server waiting.
 *
 * @param hello from the opening of a connection to the end of its first frame
 * @param frame from a frame's first byte to its last; a second more for each KiB that has come
 * @param idle without a frame and without a request in flight, and with answers that nobody takes
 */
public record BinaryTimes(Duration hello, Duration frame, Duration idle) {
    /** The usual times. */
    public static final BinaryTimes USUAL =
            new BinaryTimes(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60));
}
