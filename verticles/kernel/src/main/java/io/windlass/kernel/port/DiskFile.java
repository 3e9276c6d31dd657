package io.windlass.kernel.port;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One preallocated file of fixed size.
 *
 * <p>One thread writes and syncs; any thread may read. An offset or a count outside the file is an
 * {@code Invariant}; after {@link #close} every call fails with an {@link IOException}. Closing
 * does not sync.
 */
public interface DiskFile extends DiskReader {
    /** The fixed size in bytes; also of a closed file. */
    long bytes();

    /**
     * Writes all remaining bytes of {@code source} at {@code offset}; they must fit inside the
     * file. Waits if the background filling has not come that far. After a crash each 512-byte
     * sector that was not synced is as it was at the last sync or as any write since left it,
     * whatever happened to its neighbours.
     */
    void write(long offset, ByteBuffer source) throws IOException;

    /**
     * Fills the file up to an offset (at most the size), so that writes below it find their space;
     * false if there is no space for that now. That is no failure of the file: what is filled
     * already can be written, and it may be asked again.
     */
    boolean prepare(long end) throws IOException;

    /** Makes everything written so far durable (fdatasync). */
    void sync() throws IOException;
}
