package io.windlass.kernel.port;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where a copy of a data directory goes, file by file; {@link DiskPath} says which names there are.
 * One thread uses it.
 */
public interface CopyTarget {
    /** Adds all remaining bytes to the end of a file, which is made if missing. */
    void append(String path, ByteBuffer content) throws IOException;

    /** Takes a file back; a missing one is no error. */
    void discard(String path) throws IOException;
}
