package io.windlass.edge.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right of one process to a data directory, given back by {@link #close} or by its end. */
final class DirectoryLock implements Closeable {
    /**
     * Held inside this process. The operating system's lock belongs to the process, and closing any
     * channel of the lock file gives it back; so a second taker must not come near the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Takes the lock, or throws an {@link IOException} that names the directory. */
    static DirectoryLock take(Path root) throws IOException {
        Path directory = root.toRealPath();
        if (!HELD.add(directory)) {
            throw inUse(directory);
        }
        try {
            return new DirectoryLock(directory, locked(directory));
        } catch (IOException e) {
            HELD.remove(directory);
            throw e;
        }
    }

    /** Whether a process holds the lock; who takes it at the same instant may not get it. */
    static boolean isHeld(Path root) throws IOException {
        Path directory = root.toRealPath();
        if (HELD.contains(directory)) {
            return true;
        }
        Path file = FileNames.lock(directory);
        if (!Files.exists(file)) {
            return false;
        }
        // Shared, because that needs no right to write.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        }
    }

    private static FileChannel locked(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        FileNames.lock(directory),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw inUse(directory);
        }
        return channel;
    }

    private static IOException inUse(Path directory) {
        return new IOException("the data directory " + directory + " is in use by another process");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(directory);
        }
    }
}
