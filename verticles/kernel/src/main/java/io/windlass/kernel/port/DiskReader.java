package io.windlass.kernel.port;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The reading side of a preallocated file.
 *
 * <p>A read sees every write that returned before it began, synced or not; one that overlaps a
 * write in progress may see any mixture. An offset outside the file is an {@code Invariant}; after
 * {@link #close} every call fails with an {@link IOException}.
 */
public interface DiskReader extends Closeable {
    /**
     * Fills {@code target} from {@code offset} (up to and including the size) with a positioned
     * read and returns the count read, which is less than asked for, possibly 0, only at the end of
     * the file. For cold data: recovery, catch-up, history.
     */
    int read(long offset, ByteBuffer target) throws IOException;

    /**
     * Like {@link #read}, but copies out of the memory mapping: no system call for bytes that were
     * touched before; the first touch of a page may read it from the disk. For what is read often.
     */
    int readMapped(long offset, ByteBuffer target) throws IOException;

    /**
     * Releases the file; the name stays. Mapped memory is freed when its last reader is done. A
     * second call does nothing.
     */
    @Override
    void close() throws IOException;
}
