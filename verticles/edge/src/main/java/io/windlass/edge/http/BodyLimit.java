package io.windlass.edge.http;

import io.windlass.edge.net.BodyRoom;

/**
 * How much of a body is read.
 *
 * @param bytesMax how large it may be
 * @param room what all bodies share
 */
record BodyLimit(int bytesMax, BodyRoom room) {
    private static final int NO_BODY = -1;

    /** None is expected. */
    static final BodyLimit NONE = new BodyLimit(NO_BODY, new BodyRoom(0));

    boolean isNone() {
        return bytesMax == NO_BODY;
    }
}
