package io.windlass.edge.disk;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.DiskReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A preallocated file opened for reading, beside its writer or without one. One thread uses it. */
final class ReadingFile implements DiskReader {
    private final Path file;
    private final FileChannel channel;
    private final long bytes;
    private Optional<MappedView> view = Optional.empty();

    private ReadingFile(Path file, FileChannel channel, long bytes) {
        this.file = file;
        this.channel = channel;
        this.bytes = bytes;
    }

    /** Opens a file under its own name, or under the one it has while it fills. */
    static ReadingFile open(Path file) throws IOException {
        return underItsName(
                file,
                path -> {
                    FileChannel channel = FileChannels.open(path, StandardOpenOption.READ);
                    long bytes = FileNames.wantedBytes(path).orElse(channel.size());
                    return new ReadingFile(file, channel, bytes);
                });
    }

    @Override
    public int read(long offset, ByteBuffer target) throws IOException {
        int count = there(offset, target);
        ByteBuffer part = target.slice(target.position(), count);
        while (part.hasRemaining() && channel.read(part, offset + part.position()) >= 0) {
            // A channel may give less than asked for at a time.
        }
        target.position(target.position() + part.position());
        return part.position();
    }

    @Override
    public int readMapped(long offset, ByteBuffer target) throws IOException {
        int count = there(offset, target);
        if (view.isEmpty()) {
            view = Optional.of(underItsName(file, path -> new MappedView(path, bytes)));
        }
        view.get().copy(offset, target, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        view.ifPresent(MappedView::close);
        view = Optional.empty();
        channel.close();
    }

    /** Opens what a file is called now; a file that becomes full in between has been renamed. */
    private static <T> T underItsName(Path file, Opening<T> opening) throws IOException {
        Optional<Path> filling = FileNames.findFilling(file);
        if (filling.isEmpty()) {
            return opening.run(file);
        }
        try {
            return opening.run(filling.get());
        } catch (IOException becameFull) {
            return opening.run(file);
        }
    }

    /** How many of the bytes asked for are on disk by now. */
    private int there(long offset, ByteBuffer target) throws IOException {
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        Invariant.hold(offset >= 0 && offset <= bytes, "a read outside of its file");
        return (int) Math.max(0, Math.min(target.remaining(), channel.size() - offset));
    }

    /** What opens a path. */
    @FunctionalInterface
    private interface Opening<T> {
        T run(Path path) throws IOException;
    }
}
