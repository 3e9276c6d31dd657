package io.windlass.kernel.port;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The files of one data directory, named by relative paths with {@code /} between parts.
 *
 * <p>Every call may block and is made from a thread that may wait, never from an event loop. An
 * {@link IOException} from a write or a sync is final: the caller stops its replica and does not
 * retry, because a page cache after a failed sync cannot be trusted.
 */
public interface Disk {
    /** The names (not paths) of the files directly inside a directory, sorted; empty if none. */
    List<String> list(String directory) throws IOException;

    /** The whole content of a small file, or empty if there is no such file. */
    Optional<byte[]> read(String path) throws IOException;

    /**
     * Puts a small file in place as a whole: after a crash at any moment the old or the new content
     * is there, and when the call returns the new one is durable, name included. Missing
     * directories are made.
     */
    void replace(String path, byte[] content) throws IOException;

    /**
     * Makes a file of {@code bytes} zeros that are written, not sparse, so that later writes neither
     * grow it nor run out of space. Returns when its first part (up to 16 MiB) and its name are
     * durable; the rest is filled in the background ahead of the writes. Missing directories are
     * made; an existing file is an error.
     */
    DiskFile create(String path, long bytes) throws IOException;

    /** Opens a file made by {@link #create}, wherever its filling was interrupted. */
    DiskFile open(String path) throws IOException;
}
