package io.windlass.edge.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;

/**
 * Large files that nobody needs any more, kept to be written over by the next large ones.
 *
 * <p>A file system that tells its device what has become free delays every sync for as long as that
 * takes: beside the removal of 75 MB the slowest sync of a log took 18 ms, beside the same bytes
 * written over an older file 3. Nothing is kept where space is short. Any thread.
 */
final class UsedFiles {
    /** The removal of a smaller one is not felt. */
    static final int LARGE_BYTES = 1 << 20;

    private static final long BYTES_MAX = 256L << 20;

    /** What has to be free beside them. */
    private static final long FREE_MIN = 4L << 30;

    private final Path directory;
    private final ArrayDeque<Path> files = new ArrayDeque<>();
    private long bytes;
    private long nextNumber;

    /** None yet: those of an earlier process are removed. */
    UsedFiles(Path root) throws IOException {
        this.directory = FileNames.used(root);
        Directories.make(directory);
        for (Path left : FileNames.filesIn(directory)) {
            Files.delete(left);
        }
    }

    /**
     * Takes a file away from where it is, durably before anything is written over it; false if it
     * is to be removed instead.
     */
    synchronized boolean keep(Path file) throws IOException {
        long size = Files.size(file);
        if (size < LARGE_BYTES
                || bytes + size > BYTES_MAX
                || !Space.has(directory, BYTES_MAX, FREE_MIN)) {
            return false;
        }
        Path kept = directory.resolve(Long.toString(nextNumber++));
        Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
        Directories.sync(file.getParent());
        files.add(kept);
        bytes += size;
        return true;
    }

    /** Puts one of them, with old content, in a place; false if there is none. */
    synchronized boolean moveTo(Path file) throws IOException {
        if (files.isEmpty()) {
            return false;
        }
        Path kept = files.remove();
        bytes -= Files.size(kept);
        Files.move(kept, file, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Gives their space back. */
    synchronized void clear() throws IOException {
        while (!files.isEmpty()) {
            Files.deleteIfExists(files.remove());
        }
        bytes = 0;
    }
}
