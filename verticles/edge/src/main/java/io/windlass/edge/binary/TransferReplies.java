package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;

/**
 * The results of a TRANSFERS frame where they lie. Valid during the call that it comes with.
 *
 * <p>They come in any order: the one at a place is of the command that {@link #index} names.
 */
public final class TransferReplies {
    private static final int CODE_AT = 4;

    private final ByteBuf payload;
    private final int count;

    TransferReplies(ByteBuf payload) {
        this.payload = payload;
        this.count = payload.readableBytes() / TransferResult.BYTES;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Which command of its frame the result at a place is of, from 0. */
    public int index(int place) {
        return payload.getIntLE(at(place));
    }

    /** The {@link TransferResult#code} of the result at a place. */
    public int code(int place) {
        return payload.getUnsignedShortLE(at(place) + CODE_AT);
    }

    /** All of the result at a place. */
    public TransferResult result(int place) {
        return TransferResult.read(payload, at(place));
    }

    private int at(int place) {
        return payload.readerIndex() + place * TransferResult.BYTES;
    }
}
