package io.windlass.kernel.port;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One preallocated file of fixed size.
 *
 * <p>One thread writes and syncs; any thread may read. A read sees every write that returned before
 * it began, synced or not.
 */
public interface DiskFile extends Closeable {
    /** The fixed size in bytes. */
    long bytes();

    /**
     * Writes all remaining bytes of {@code source} at {@code offset}; they must fit inside the file.
     * Waits if the background filling has not come that far.
     */
    void write(long offset, ByteBuffer source) throws IOException;

    /** Makes everything written so far durable (fdatasync). */
    void sync() throws IOException;

    /**
     * Fills {@code target} from {@code offset} with a positioned read and returns the count read,
     * which is less than asked for only at the end of the file. For cold data: recovery, catch-up,
     * history.
     */
    int read(long offset, ByteBuffer target) throws IOException;

    /**
     * Like {@link #read}, but copies out of the memory mapping: no system call while the bytes are
     * in the page cache. For the hot tail.
     */
    int readMapped(long offset, ByteBuffer target) throws IOException;

    /** Releases the file; the name stays. Mapped memory is freed when its last reader is done. */
    @Override
    void close() throws IOException;
}
