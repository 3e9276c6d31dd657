package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A TRANSFERS frame, written where it is sent from without an object for each command.
 *
 * <p>It is whoever's who made it until it is given away to be sent. Used on one thread at a time.
 */
public final class TransferFrame {
    private static final int DEBIT_AT = 16;
    private static final int CREDIT_AT = 24;
    private static final int AMOUNT_AT = 32;
    private static final int CURRENCY_AND_OP_AT = 40;
    private static final int TTL_AT = 48;
    private static final int METADATA_AT = 56;
    private static final long TRANSFER = (long) TransferOp.TRANSFER.number() << 16;
    private static final int CURRENCY_MASK = 0xFFFF;

    private final ByteBuf bytes;

    /** The same memory: with one check for eight bytes, where {@code ByteBuf} has several. */
    private final ByteBuffer words;

    private int count;

    /** An empty frame with room for so many commands. */
    public TransferFrame(int countMax) {
        int length = FrameHeader.BYTES + countMax * TransferCommand.BYTES;
        this.bytes = PooledByteBufAllocator.DEFAULT.directBuffer(length, length);
        this.words = bytes.nioBuffer(0, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Appends a transfer.
     *
     * @param idHigh high half of the transaction's id
     * @param idLow low half
     * @param from handle of the account to take from
     * @param to handle of the account to give to
     * @param amount in the currency's smallest unit
     * @param currency the number of the currency
     * @throws IndexOutOfBoundsException if there is no room for it
     */
    public void add(long idHigh, long idLow, long from, long to, long amount, int currency) {
        int at = FrameHeader.BYTES + count * TransferCommand.BYTES;
        words.putLong(at, idHigh);
        words.putLong(at + Long.BYTES, idLow);
        words.putLong(at + DEBIT_AT, from);
        words.putLong(at + CREDIT_AT, to);
        words.putLong(at + AMOUNT_AT, amount);
        words.putLong(at + CURRENCY_AND_OP_AT, TRANSFER | (currency & CURRENCY_MASK));
        words.putLong(at + TTL_AT, 0);
        words.putLong(at + METADATA_AT, 0);
        count++;
    }

    /** How many commands it has. */
    public int count() {
        return count;
    }

    /** Gives up its memory; for one that is not sent. */
    public void release() {
        bytes.release();
    }

    /** Its bytes, header and all, to be sent. */
    ByteBuf sealed(long correlation, int tenant) {
        int length = count * TransferCommand.BYTES;
        bytes.setIndex(0, FrameHeader.BYTES + length);
        new FrameHeader(FrameType.TRANSFERS, length, count, correlation, tenant).write(bytes, 0);
        return bytes;
    }
}
