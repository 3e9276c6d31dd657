package io.windlass.edge.disk;

import io.windlass.kernel.port.DiskDraft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that grows under another name until it is renamed. */
final class FileDraft implements DiskDraft {
    /**
     * So much is written and synced at once: whatever a device still has to make durable delays the
     * sync of a log beside it.
     */
    private static final int STEP_BYTES = 1 << 20;

    private final Path file;
    private final Path temporary;
    private final PageChannel channel;
    private final ByteBuffer step;
    private long length;

    private FileDraft(Path file, Path temporary, PageChannel channel, int stepBytes) {
        this.file = file;
        this.temporary = temporary;
        this.channel = channel;
        this.step = WholePages.alignedBuffer(stepBytes);
    }

    /** Begins a file of which so many bytes are expected; there may be more, or fewer. */
    static FileDraft begin(Path file, PageChannels channels, UsedFiles used, long bytes)
            throws IOException {
        Path temporary = FileNames.temporary(file);
        Directories.make(file.getParent());
        if (bytes < UsedFiles.LARGE_BYTES || !used.moveTo(temporary)) {
            Files.deleteIfExists(temporary);
        }
        PageChannel channel =
                channels.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new FileDraft(file, temporary, channel, stepBytes(bytes));
    }

    /** Whole pages: what comes behind a step begins at a page. */
    private static int stepBytes(long bytes) {
        return (int) WholePages.next(Math.min(Math.max(1, bytes), STEP_BYTES));
    }

    @Override
    public void append(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            int count = Math.min(source.remaining(), step.remaining());
            step.put(source.slice(source.position(), count));
            source.position(source.position() + count);
            if (!step.hasRemaining()) {
                writeStep();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        writeStep();
        if (channel.size() > length) {
            channel.truncate(length);
        }
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

    private void writeStep() throws IOException {
        int count = step.position();
        channel.writeAligned(step.flip(), length);
        step.clear();
        length += count;
        if (count == STEP_BYTES) {
            channel.force(false);
        }
    }
}
