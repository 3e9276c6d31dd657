package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;

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
    private static final int OP_SHIFT = 16;
    private static final int REST_AT = 48;

    private final ByteBuf bytes;
    private int count;

    /** An empty frame in a buffer, which is the frame's from now on and grows if it has to. */
    public TransferFrame(ByteBuf buffer) {
        this.bytes = buffer.clear().writeZero(FrameHeader.BYTES);
    }

    /** The bytes of a frame with so many commands. */
    public static int bytes(int count) {
        return FrameHeader.BYTES + count * TransferCommand.BYTES;
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
     */
    public void add(long idHigh, long idLow, long from, long to, long amount, int currency) {
        int at = bytes.writerIndex();
        bytes.ensureWritable(TransferCommand.BYTES);
        bytes.setLongLE(at, idHigh);
        bytes.setLongLE(at + Long.BYTES, idLow);
        bytes.setLongLE(at + DEBIT_AT, from);
        bytes.setLongLE(at + CREDIT_AT, to);
        bytes.setLongLE(at + AMOUNT_AT, amount);
        long op = TransferOp.TRANSFER.number();
        bytes.setLongLE(at + CURRENCY_AND_OP_AT, op << OP_SHIFT | currency & 0xFFFF);
        bytes.setLongLE(at + REST_AT, 0);
        bytes.setLongLE(at + REST_AT + Long.BYTES, 0);
        bytes.writerIndex(at + TransferCommand.BYTES);
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
        int length = bytes.readableBytes() - FrameHeader.BYTES;
        new FrameHeader(FrameType.TRANSFERS, length, count, correlation, tenant)
                .write(bytes, bytes.readerIndex());
        return bytes;
    }
}
