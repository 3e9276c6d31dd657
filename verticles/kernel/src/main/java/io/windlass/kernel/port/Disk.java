package io.windlass.kernel.port;

import java.io.IOException;

/**
 * The files of one data directory, named by relative paths with {@code /} between parts; {@link
 * DiskPath} says which names there are.
 *
 * <p>Every call may block and is made from a thread that may wait, never from an event loop; any
 * thread may call, but one path is written by one thread at a time. An {@link IOException} from a
 * write or a sync is final: the caller stops its replica and does not retry, because a page cache
 * after a failed sync cannot be trusted. Whether a retry would fail as well is not promised.
 *
 * <p>What {@link #read} and {@link #open} find is durable when they return, so that nobody acts on
 * what a power failure can still take back.
 */
public interface Disk extends ReadableDisk {
    /**
     * Puts a small file in place as a whole: after a crash at any moment the old or the new content
     * is there, and when the call returns the new one is durable, name included. Missing
     * directories are made. When it fails, either content may be there, now and after a crash.
     */
    void replace(String path, byte[] content) throws IOException;

    /**
     * Begins a file that will take the place of what is there under its name, if anything is; about
     * so many bytes are expected.
     */
    DiskDraft draft(String path, long bytes) throws IOException;

    /**
     * Makes and opens a file of {@code bytes} (at least 1) zeros that are written, not sparse, so
     * that later writes neither grow it nor run out of space. Returns when its first part (up to 16
     * MiB) and its name are durable; the rest is filled in the background ahead of the writes.
     * Missing directories are made; an existing file is an error.
     *
     * <p>After a crash in the middle, or a failure, the file is absent or there in full size and
     * nothing but zeros.
     */
    DiskFile create(String path, long bytes) throws IOException;

    /**
     * Opens a file made by {@link #create}, wherever its filling was interrupted: its size is the
     * one asked for then. A missing file is an error, and so is one that is open already.
     */
    DiskFile open(String path) throws IOException;

    /**
     * Removes a file that nobody writes to; a missing one is no error. The removal is durable when
     * the call returns; after a crash in the middle the file is gone, or there as it was. Whoever
     * still reads it may see anything from then on, so what is read is checked.
     */
    void delete(String path) throws IOException;

    /**
     * Whether a {@link #create} of so many bytes would find its space now, as far as can be told
     * beforehand. For small sizes: whether so much may be written without taking the last space.
     */
    boolean hasRoom(long bytes) throws IOException;
}
