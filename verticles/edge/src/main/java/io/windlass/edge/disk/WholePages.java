package io.windlass.edge.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Writes to a file in whole pages past the page cache, and keeps the last one: what is appended
 * next writes it again. Used by one thread, but for {@link #writeAligned}.
 */
final class WholePages implements Closeable {
    /** A page in bytes: what is written past the cache starts, ends and lies in memory on one. */
    static final int BYTES = 4096;

    private static final int PIECE_BYTES = 1 << 20;
    private static final long NONE = -1;

    private final FileChannel channel;
    private final ByteBuffer last = ByteBuffer.allocateDirect(BYTES);
    private ByteBuffer piece = ByteBuffer.allocateDirect(0);
    private long lastAt = NONE;

    /** Writes through a channel that was opened for it. */
    WholePages(FileChannel channel) {
        this.channel = channel;
    }

    /** A direct buffer that begins on a page. */
    static ByteBuffer alignedBuffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes + 2 * BYTES).alignedSlice(BYTES).slice(0, bytes);
    }

    /** Where the page of an offset begins. */
    static long begin(long offset) {
        return offset - offset % BYTES;
    }

    /** Where the first page begins that is not before an offset. */
    static long next(long offset) {
        return begin(offset + BYTES - 1);
    }

    /** Whether it is known what the page that begins there holds. */
    boolean holds(long page) {
        return page == lastAt;
    }

    /** Forgets the last page: it is written in another way. */
    void forget() {
        lastAt = NONE;
    }

    /**
     * Writes all that remains of the source, and zeros behind it up to the end of a page, or what
     * the last page held there. A source that begins within a page begins in the last one.
     */
    void write(ByteBuffer source, long offset) throws IOException {
        long at = offset;
        while (source.hasRemaining()) {
            at += writePiece(source, at);
        }
    }

    /** Writes an aligned buffer of whole pages. */
    void writeAligned(ByteBuffer source, long offset) throws IOException {
        FileChannels.writeFully(channel, source, offset);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private int writePiece(ByteBuffer source, long at) throws IOException {
        int head = (int) (at - begin(at));
        int count = Math.min(source.remaining(), PIECE_BYTES - head);
        int end = (int) next(head + (long) count);
        ByteBuffer pages = room(end).limit(end);
        if (head > 0) {
            pages.put(last.slice(0, head));
        }
        pages.put(source.slice(source.position(), count));
        source.position(source.position() + count);
        putRest(pages, begin(at + count));
        keepLast(pages, begin(at), end);
        FileChannels.writeFully(channel, pages.flip(), begin(at));
        return count;
    }

    private void putRest(ByteBuffer pages, long page) {
        int from = pages.position() % BYTES;
        if (holds(page) && from > 0) {
            pages.put(last.slice(from, BYTES - from));
        }
        while (pages.hasRemaining()) {
            pages.put((byte) 0);
        }
    }

    private void keepLast(ByteBuffer pages, long from, int end) {
        last.clear().put(pages.slice(end - BYTES, BYTES));
        lastAt = from + end - BYTES;
    }

    /** It grows to what is written at once: most files are written a little at a time. */
    private ByteBuffer room(int bytes) {
        if (piece.capacity() < bytes) {
            piece = alignedBuffer(Math.min(PIECE_BYTES, Integer.highestOneBit(bytes) << 1));
        }
        return piece.clear();
    }
}
