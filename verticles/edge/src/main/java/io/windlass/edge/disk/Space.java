package io.windlass.edge.disk;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The free space of the file system, and how much of it is left to others.
 *
 * <p>The last of it belongs to what is small and must not fail (the record of a replica); spares
 * leave more, so that a segment in use is filled before one that nobody needs yet.
 */
final class Space {
    /** What the filling of a file in use leaves free, in bytes. */
    static final long LAST = 1L << 20;

    /** What the filling of a spare leaves free, in bytes. */
    static final long AHEAD = 2L << 20;

    private Space() {}

    /** Whether so many bytes fit and some are left. */
    static boolean has(Path place, long bytes, long left) {
        // A file store would read the table of all mounts first.
        return place.toFile().getUsableSpace() >= bytes + left;
    }

    /** Fails if so many bytes do not fit, or too few are left then. */
    static void require(Path place, long bytes, long left) throws IOException {
        if (!has(place, bytes, left)) {
            throw new IOException("the disk is full: " + place + " was not filled");
        }
    }
}
