package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/**
 * Cuts the bytes of one connection into frames.
 *
 * <p>A frame that lies whole in what came is handed on where it lies. Of another one the bytes that
 * came are kept in a buffer that grows with them and never beyond the longest frame. After the
 * first thing that is wrong nothing is read any more: nobody knows where the next frame begins.
 *
 * <p>Used on one event loop.
 */
final class FrameSplitter {
    private final FrameCheck check;
    private final Receiver receiver;
    private ByteBuf begun = Unpooled.EMPTY_BUFFER;
    private boolean hasEnded;
    private long frames;

    /** What gets the frames. */
    interface Receiver {
        /** A whole frame; its payload is there during the call, or as long as it is retained. */
        void frame(FrameHeader header, ByteBuf payload);

        /** The connection has to be told this in an ERROR frame and closed. */
        void broken(Breach why);
    }

    /** A splitter of frames with at most so many bytes of payload. */
    FrameSplitter(int payloadBytesMax, Receiver receiver) {
        this.check = new FrameCheck(payloadBytesMax);
        this.receiver = receiver;
    }

    /** Takes the next bytes of the connection, which stay the caller's. */
    void feed(ByteBuf chunk) {
        while (chunk.isReadable() && !hasEnded) {
            if (begun.isReadable()) {
                continueWith(chunk);
            } else {
                beginWith(chunk);
            }
        }
    }

    /** The connection has ended, or shall: what was begun is forgotten, nothing more is taken. */
    void end() {
        hasEnded = true;
        begun.release();
        begun = Unpooled.EMPTY_BUFFER;
    }

    /** Memory for the frame that has begun. */
    int heldBytes() {
        return begun.capacity();
    }

    /** How many frames have come. */
    long frames() {
        return frames;
    }

    private void beginWith(ByteBuf chunk) {
        int missing = missing(chunk);
        if (hasEnded) {
            return;
        }
        if (missing == 0) {
            int at = chunk.readerIndex();
            FrameHeader header = FrameHeader.read(chunk, at);
            chunk.skipBytes(header.frameBytes());
            deliver(header, chunk, at);
        } else {
            int longest = FrameHeader.BYTES + check.payloadBytesMax();
            begun = PooledByteBufAllocator.DEFAULT.directBuffer(chunk.readableBytes(), longest);
            begun.writeBytes(chunk);
        }
    }

    private void continueWith(ByteBuf chunk) {
        int missing = missing(begun);
        int count = Math.min(missing, chunk.readableBytes());
        reserve(count, missing);
        begun.writeBytes(chunk, count);
        if (missing(begun) == 0 && !hasEnded) {
            // The receiver may end this in the middle of the call.
            ByteBuf whole = begun;
            begun = Unpooled.EMPTY_BUFFER;
            try {
                deliver(FrameHeader.read(whole, 0), whole, 0);
            } finally {
                whole.release();
            }
        }
    }

    /** Room for the next bytes: at most twice as much as came, and not more than is missing. */
    private void reserve(int count, int missing) {
        int needed = begun.readableBytes() + count;
        if (needed > begun.capacity()) {
            int whole = begun.readableBytes() + missing;
            begun.capacity(Math.min(whole, Math.max(needed, 2 * begun.capacity())));
        }
    }

    /**
     * How many bytes are missing from the frame that begins a buffer, or from its header where that
     * is not whole; ends the connection if what is there is wrong.
     */
    private int missing(ByteBuf bytes) {
        int at = bytes.readerIndex();
        int available = bytes.readableBytes();
        Optional<Breach> breach = check.beginning(bytes, at, available);
        if (breach.isEmpty() && available >= FrameHeader.BYTES) {
            breach = check.header(bytes, at);
        }
        if (breach.isPresent()) {
            breakOff(breach.get());
            return 0;
        }
        int whole =
                available < FrameHeader.BYTES
                        ? FrameHeader.BYTES
                        : FrameHeader.BYTES + (int) FrameHeader.payloadBytes(bytes, at);
        return Math.max(0, whole - available);
    }

    private void deliver(FrameHeader header, ByteBuf bytes, int at) {
        Optional<Breach> breach = check.frame(header, bytes, at);
        if (breach.isPresent()) {
            breakOff(breach.get());
        } else {
            frames++;
            receiver.frame(header, bytes.slice(at + FrameHeader.BYTES, header.payloadBytes()));
        }
    }

    private void breakOff(Breach why) {
        end();
        receiver.broken(why);
    }
}
