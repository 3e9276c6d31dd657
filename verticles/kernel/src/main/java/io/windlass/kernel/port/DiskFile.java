package io.windlass.kernel.port;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One preallocated file of fixed size.
 *
 * <p>One thread writes and syncs; any thread may read. A read sees every write that returned before
 * it began, synced or not; one that overlaps a write in progress may see any mixture. An offset or
 * a count outside the file is an {@code Invariant}; after {@link #close} every call fails with an
 * {@link IOException}.
 */
public interface DiskFile extends Closeable {
    /** The fixed size in bytes; also of a closed file. */
    long bytes();

    /**
     * Writes all remaining bytes of {@code source} at {@code offset}; they must fit inside the
     * file. Waits if the background filling has not come that far. After a crash each 512-byte
     * sector that was not synced is as it was at the last sync or as any write since left it,
     * whatever happened to its neighbours.
     */
    void write(long offset, ByteBuffer source) throws IOException;

    /** Makes everything written so far durable (fdatasync). */
    void sync() throws IOException;

    /**
     * Fills {@code target} from {@code offset} (up to and including the size) with a positioned
     * read and returns the count read, which is less than asked for, possibly 0, only at the end of
     * the file. For cold data: recovery, catch-up, history.
     */
    int read(long offset, ByteBuffer target) throws IOException;

    /**
     * Like {@link #read}, but copies out of the memory mapping: no system call while the bytes are
     * in the page cache. For the hot tail.
     */
    int readMapped(long offset, ByteBuffer target) throws IOException;

    /**
     * Releases the file without syncing it; the name stays. Mapped memory is freed when its last
     * reader is done. A second call does nothing.
     */
    @Override
    void close() throws IOException;
}
