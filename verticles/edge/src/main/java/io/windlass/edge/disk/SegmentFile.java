package io.windlass.edge.disk;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.DiskFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A preallocated file: written through a channel, read through that or a mapping. */
final class SegmentFile implements DiskFile {
    private final PageChannel channel;
    private final long bytes;
    private final Runnable whenClosed;
    private final FailureLatch latch = new FailureLatch();
    private final ZeroFill fill;
    private Path path;
    private volatile MappedView view;
    private volatile boolean closed;

    /**
     * A file on an open channel of which {@code filled} bytes are there, found under {@code path}
     * now and under {@code fullPath} when it is full (the same if it is).
     */
    SegmentFile(
            PageChannel channel,
            ZeroFill.Extent extent,
            Path path,
            Path fullPath,
            Runnable whenClosed) {
        this.channel = channel;
        this.bytes = extent.bytes();
        this.path = path;
        this.whenClosed = whenClosed;
        this.fill = new ZeroFill(channel, latch, extent, new Naming(fullPath));
    }

    /** The filling of this file, to be driven from outside as well. */
    ZeroFill fill() {
        return fill;
    }

    /** Tells, before the first write, that nobody has written to the file. */
    void holdsZeros() {
        channel.holdsZeros();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void write(long offset, ByteBuffer source) throws IOException {
        long end = offset + source.remaining();
        Invariant.hold(offset >= 0 && end <= bytes, "a write outside of its file");
        latch.run(
                () -> {
                    fill.upTo(end);
                    channel.write(source, offset);
                });
    }

    @Override
    public boolean prepare(long end) throws IOException {
        Invariant.hold(end >= 0 && end <= bytes, "a file was to be filled behind its end");
        if (closed) {
            throw new ClosedChannelException();
        }
        try {
            fill.upTo(end);
            return true;
        } catch (IOException noSpace) {
            // A failed sync has latched the file, and the next write says so.
            return false;
        }
    }

    @Override
    public void sync() throws IOException {
        latch.run(() -> channel.force(false));
    }

    @Override
    public int read(long offset, ByteBuffer target) throws IOException {
        int count = countAt(offset, target);
        int there = filledAt(offset, count);
        ByteBuffer part = target.slice(target.position(), there);
        while (part.hasRemaining()) {
            if (channel.read(part, offset + part.position()) < 0) {
                throw new EOFException("a file is shorter than what was filled of it");
            }
        }
        target.position(target.position() + there);
        putZeros(target, count - there);
        return count;
    }

    @Override
    public int readMapped(long offset, ByteBuffer target) throws IOException {
        int count = countAt(offset, target);
        int there = filledAt(offset, count);
        if (there > 0) {
            view().copy(offset, target, there);
        }
        putZeros(target, count - there);
        return count;
    }

    @Override
    public void close() throws IOException {
        fill.stop();
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (view != null) {
                view.close();
            }
        }
        try {
            channel.close();
        } finally {
            whenClosed.run();
        }
    }

    private int countAt(long offset, ByteBuffer target) throws IOException {
        Invariant.hold(offset >= 0 && offset <= bytes, "a read outside of its file");
        if (closed) {
            throw new ClosedChannelException();
        }
        return (int) Math.min(target.remaining(), bytes - offset);
    }

    /** Of {@code count} bytes at {@code offset}, those on disk; the others are zeros to come. */
    private int filledAt(long offset, int count) {
        return (int) Math.max(0, Math.min(count, fill.filled() - offset));
    }

    private static void putZeros(ByteBuffer target, int count) {
        int left = count;
        while (left > 0) {
            int part = Math.min(left, ZeroFill.STEP_BYTES);
            target.put(ZeroFill.zeros(part));
            left -= part;
        }
    }

    private MappedView view() throws IOException {
        MappedView open = view;
        return open != null ? open : openView();
    }

    private synchronized MappedView openView() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (view == null) {
            view = new MappedView(path, bytes);
        }
        return view;
    }

    /** Gives the file its own name when it is full. */
    private final class Naming implements ZeroFill.End {
        private final Path fullPath;

        Naming(Path fullPath) {
            this.fullPath = fullPath;
        }

        @Override
        public void beforeStep(int count) throws IOException {
            Space.require(fullPath.getParent(), count, Space.LAST);
        }

        @Override
        public void full() throws IOException {
            synchronized (SegmentFile.this) {
                Files.move(path, fullPath, StandardCopyOption.ATOMIC_MOVE);
                path = fullPath;
            }
            Directories.sync(fullPath.getParent());
        }

        @Override
        public void failed() {
            // What is filled stays in use; the writer that needs more meets the failure.
        }
    }
}
