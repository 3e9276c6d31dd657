package io.windlass.edge.disk;

import io.windlass.kernel.port.DiskDraft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that grows under another name until it is renamed. */
final class FileDraft implements DiskDraft {
    /** So much is synced at once at most: a log beside it waits no longer than that takes. */
    private static final int STEP_BYTES = 1 << 20;

    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private long length;
    private long unsynced;

    private FileDraft(Path file, Path temporary, FileChannel channel) {
        this.file = file;
        this.temporary = temporary;
        this.channel = channel;
    }

    static FileDraft begin(Path file) throws IOException {
        Path temporary = FileNames.temporary(file);
        Directories.make(file.getParent());
        FileChannel channel =
                FileChannels.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        return new FileDraft(file, temporary, channel);
    }

    @Override
    public void append(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            int count = (int) Math.min(source.remaining(), STEP_BYTES - unsynced);
            FileChannels.writeFully(channel, source.slice().limit(count), length);
            source.position(source.position() + count);
            length += count;
            unsynced += count;
            if (unsynced == STEP_BYTES) {
                channel.force(false);
                unsynced = 0;
            }
        }
    }

    @Override
    public void finish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        Directories.sync(file.getParent());
    }

    /** On a full disk the half of a file nobody will have is worth giving back. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }
}
