package io.windlass.edge.disk;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The channel of one file, written in whole pages past the page cache where the file system can.
 *
 * <p>Of a file that somebody wrote before only what is large goes that way: what its last page
 * holds would have to be read first. A page is written by one way at a time, and the system keeps
 * both of them and the mappings of the file coherent. Why there are two ways is told on the package
 * page. One thread writes; any thread may read, and append zeros behind what the other one writes.
 */
final class PageChannel implements Closeable {
    /** From here on the copy into the page cache costs more than a call of its own. */
    private static final int LARGE_BYTES = 256 << 10;

    private final FileChannel cached;
    private final Optional<WholePages> direct;
    private final ByteBuffer page = ByteBuffer.allocateDirect(WholePages.BYTES);
    private long zerosFrom = Long.MAX_VALUE;
    private long sizeSeen;

    private PageChannel(FileChannel cached, Optional<WholePages> direct) {
        this.cached = cached;
        this.direct = direct;
    }

    /** A channel that writes everything through the page cache. */
    static PageChannel cached(FileChannel channel) {
        return new PageChannel(channel, Optional.empty());
    }

    /** Opens a file, with the way past the cache if the directory has it. */
    static PageChannel open(Path file, boolean direct, OpenOption... options) throws IOException {
        FileChannel cached = FileChannels.open(file, options);
        if (!direct) {
            return cached(cached);
        }
        try {
            return new PageChannel(cached, Optional.of(new WholePages(openDirect(file))));
        } catch (IOException e) {
            cached.close();
            throw e;
        }
    }

    /** Opens the way past the cache alone; fails where the file system has none. */
    static FileChannel openDirect(Path file) throws IOException {
        return FileChannels.open(file, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
    }

    /**
     * Tells that the file is nothing but zeros. Behind what is written they are known from then on,
     * so that the rest of a page is written with its beginning and not read from the disk first.
     */
    void holdsZeros() {
        zerosFrom = 0;
    }

    /** Writes all that remains of the source. */
    void write(ByteBuffer source, long offset) throws IOException {
        long end = offset + source.remaining();
        if (direct.isPresent() && isKnown(direct.get(), offset, end)) {
            direct.get().write(source, offset);
        } else {
            writeUnknown(source, offset);
        }
        zerosFrom = Math.max(zerosFrom, WholePages.next(end));
    }

    /** Writes an aligned buffer, past the cache if it is of whole pages. */
    void writeAligned(ByteBuffer source, long offset) throws IOException {
        boolean wholePages = (offset | source.remaining()) % WholePages.BYTES == 0;
        if (direct.isPresent() && wholePages) {
            direct.get().writeAligned(source, offset);
        } else {
            FileChannels.writeFully(cached, source, offset);
        }
    }

    /** Like {@link FileChannel#read(ByteBuffer, long)}. */
    int read(ByteBuffer target, long offset) throws IOException {
        return cached.read(target, offset);
    }

    /** Like {@link FileChannel#force}. */
    void force(boolean metadata) throws IOException {
        cached.force(metadata);
    }

    /** Cuts off what is behind a length. */
    void truncate(long length) throws IOException {
        cached.truncate(length);
    }

    /** The length of the file now. */
    long size() throws IOException {
        return cached.size();
    }

    boolean isOpen() {
        return cached.isOpen();
    }

    @Override
    public void close() throws IOException {
        try {
            cached.close();
        } finally {
            if (direct.isPresent()) {
                direct.get().close();
            }
        }
    }

    /** Whether both ends of what is written are in pages whose other bytes are known. */
    private boolean isKnown(WholePages pages, long from, long to) throws IOException {
        boolean beginIsKnown = from % WholePages.BYTES == 0 || pages.holds(WholePages.begin(from));
        long last = WholePages.begin(to);
        boolean endIsKnown = last == to || last >= zerosFrom || pages.holds(last);
        return beginIsKnown && endIsKnown && WholePages.next(to) <= sizeFor(to);
    }

    private void writeUnknown(ByteBuffer source, long offset) throws IOException {
        long at = offset;
        if (direct.isPresent()) {
            direct.get().forget();
            at = writeLarge(direct.get(), source, at);
        }
        long end = at + source.remaining();
        long lastPage = WholePages.begin(end);
        if (lastPage < zerosFrom || lastPage == end) {
            writeCached(source, at, source.remaining());
        } else {
            at = writeCached(source, at, (int) Math.max(0, lastPage - at));
            writeWithZeros(source, at);
        }
    }

    /** Writes the whole pages of what is large; returns where the rest begins. */
    private long writeLarge(WholePages pages, ByteBuffer source, long offset) throws IOException {
        if (source.remaining() < LARGE_BYTES) {
            return offset;
        }
        long from = writeCached(source, offset, (int) (WholePages.next(offset) - offset));
        int count = (int) WholePages.begin(source.remaining());
        pages.write(part(source, count), from);
        return from + count;
    }

    private long writeCached(ByteBuffer source, long at, int count) throws IOException {
        FileChannels.writeFully(cached, part(source, count), at);
        return at + count;
    }

    /** Writes less than a page and zeros up to its end, or to that of the file. */
    private void writeWithZeros(ByteBuffer source, long at) throws IOException {
        long end =
                Math.min(
                        WholePages.next(at + source.remaining()), sizeFor(at + source.remaining()));
        page.clear().limit((int) (end - at)).put(source);
        while (page.hasRemaining()) {
            page.put((byte) 0);
        }
        FileChannels.writeFully(cached, page.flip(), at);
    }

    /**
     * At least the end of the page of an offset, if the file is that long.
     *
     * <p>The length is not asked for before each write: whoever asks Linux for it is promised a new
     * time of change for the next write, and its sync has the inode to write as well (multigrain
     * timestamps, since 6.13): of a node at half load that took a third of the time.
     */
    private long sizeFor(long offset) throws IOException {
        if (WholePages.next(offset) > sizeSeen) {
            sizeSeen = size();
        }
        return sizeSeen;
    }

    private static ByteBuffer part(ByteBuffer source, int count) {
        ByteBuffer part = source.slice(source.position(), count);
        source.position(source.position() + count);
        return part;
    }
}
