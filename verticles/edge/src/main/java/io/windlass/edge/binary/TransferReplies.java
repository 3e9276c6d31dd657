package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The results of a TRANSFERS frame where they lie. Valid during the call that it comes with.
 *
 * <p>They come in any order: the one at a place is of the command that {@link #index} names.
 */
public final class TransferReplies {
    private static final int CODE_AT = 4;

    private final ByteBuf payload;
    private final ByteBuffer words;
    private final int count;

    TransferReplies(ByteBuf payload) {
        this.payload = payload;
        this.words = payload.nioBuffer().order(ByteOrder.LITTLE_ENDIAN);
        this.count = payload.readableBytes() / TransferResult.BYTES;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Which command of its frame the result at a place is of, from 0. */
    public int index(int place) {
        return words.getInt(place * TransferResult.BYTES);
    }

    /** The {@link TransferResult#code} of the result at a place. */
    public int code(int place) {
        return words.getShort(place * TransferResult.BYTES + CODE_AT) & 0xFFFF;
    }

    /** All of the result at a place. */
    public TransferResult result(int place) {
        return TransferResult.read(payload, payload.readerIndex() + place * TransferResult.BYTES);
    }
}
