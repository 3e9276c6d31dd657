package io.windlass.kernel.port;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A file in the making, too large for one array. Nobody sees it before it is whole.
 *
 * <p>One thread.
 */
public interface DiskDraft extends Closeable {
    /** Appends all remaining bytes. */
    void append(ByteBuffer source) throws IOException;

    /** Puts the file in place, as {@link Disk#replace} does. */
    void finish() throws IOException;

    /** Gives up what is not finished. */
    @Override
    void close() throws IOException;
}
