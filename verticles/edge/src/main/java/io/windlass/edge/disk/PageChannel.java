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
 * The channel of one file: what is small is written through the page cache, what is large past it.
 *
 * <p>A page is written by one way at a time, and the system keeps both of them and the mappings of
 * the file coherent. Why there are two ways is told on the package page. One thread writes; any
 * thread may read, and append zeros behind what the other one writes.
 */
final class PageChannel implements Closeable {
    /** A page in bytes: what is written past the cache starts, ends and lies in memory on one. */
    static final int PAGE_BYTES = 4096;

    /** From here on the copy into the page cache costs more than a call of its own. */
    private static final int LARGE_BYTES = 256 << 10;

    private static final int PIECE_BYTES = 1 << 20;

    private final FileChannel cached;
    private final Optional<FileChannel> direct;
    private final ByteBuffer page = ByteBuffer.allocateDirect(PAGE_BYTES);
    private Optional<ByteBuffer> piece = Optional.empty();
    private long zerosFrom = Long.MAX_VALUE;

    private PageChannel(FileChannel cached, Optional<FileChannel> direct) {
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
            return new PageChannel(cached, Optional.of(openDirect(file)));
        } catch (IOException e) {
            cached.close();
            throw e;
        }
    }

    /** Opens the way past the cache alone; fails where the file system has none. */
    static FileChannel openDirect(Path file) throws IOException {
        return FileChannels.open(file, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
    }

    /** A direct buffer that begins on a page. */
    static ByteBuffer alignedBuffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes + 2 * PAGE_BYTES)
                .alignedSlice(PAGE_BYTES)
                .slice(0, bytes);
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
        long at = offset;
        if (direct.isPresent() && source.remaining() >= LARGE_BYTES) {
            at = writeCached(source, at, (int) (pageFrom(at) - at));
            at = writeDirect(direct.get(), source, at);
        }
        long end = at + source.remaining();
        long lastPage = pageUntil(end);
        if (lastPage < zerosFrom || lastPage == end) {
            writeCached(source, at, source.remaining());
        } else {
            at = writeCached(source, at, (int) Math.max(0, lastPage - at));
            writeWithZeros(source, at);
        }
        zerosFrom = Math.max(zerosFrom, pageFrom(end));
    }

    /** Writes an aligned buffer, past the cache if it is of whole pages. */
    void writeAligned(ByteBuffer source, long offset) throws IOException {
        boolean wholePages = (offset | source.remaining()) % PAGE_BYTES == 0;
        FileChannels.writeFully(wholePages ? direct.orElse(cached) : cached, source, offset);
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

    private long writeCached(ByteBuffer source, long at, int count) throws IOException {
        FileChannels.writeFully(cached, part(source, count), at);
        return at + count;
    }

    private long writeDirect(FileChannel way, ByteBuffer source, long from) throws IOException {
        ByteBuffer aligned = piece.orElseGet(() -> alignedBuffer(PIECE_BYTES));
        piece = Optional.of(aligned);
        long at = from;
        while (source.remaining() >= PAGE_BYTES) {
            int count = (int) pageUntil(Math.min(source.remaining(), PIECE_BYTES));
            FileChannels.writeFully(way, aligned.clear().put(part(source, count)).flip(), at);
            at += count;
        }
        return at;
    }

    /** Writes less than a page and zeros up to its end, or to that of the file. */
    private void writeWithZeros(ByteBuffer source, long at) throws IOException {
        long end = Math.min(pageFrom(at + source.remaining()), size());
        page.clear().limit((int) (end - at)).put(source);
        while (page.hasRemaining()) {
            page.put((byte) 0);
        }
        FileChannels.writeFully(cached, page.flip(), at);
    }

    private static ByteBuffer part(ByteBuffer source, int count) {
        ByteBuffer part = source.slice(source.position(), count);
        source.position(source.position() + count);
        return part;
    }

    /** The first beginning of a page at or behind an offset. */
    private static long pageFrom(long offset) {
        return pageUntil(offset + PAGE_BYTES - 1);
    }

    /** The last beginning of a page at or before an offset. */
    private static long pageUntil(long offset) {
        return offset - offset % PAGE_BYTES;
    }
}
