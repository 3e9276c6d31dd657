package io.windlass.kernel.port;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The reading side of a data directory, which another process may be writing to: a file that was
 * listed may be gone when it is asked for.
 *
 * <p>Every call may block and is made from a thread that may wait.
 */
public interface ReadableDisk {
    /**
     * The names (not paths) of the files directly inside a directory, sorted; empty if none. The
     * empty text names the data directory itself.
     */
    List<String> list(String directory) throws IOException;

    /**
     * The whole content of a file made by {@link Disk#replace}, or empty if there is no such file.
     */
    Optional<byte[]> read(String path) throws IOException;

    /**
     * Opens a file made by {@link Disk#create} for reading alone, whether somebody has it open or
     * not. At the end of what has been filled so far a read may return less than asked for. A
     * missing file is an error.
     */
    DiskReader reader(String path) throws IOException;
}
