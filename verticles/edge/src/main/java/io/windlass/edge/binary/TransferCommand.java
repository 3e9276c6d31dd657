package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.windlass.base.wire.Id128;

/**
 * One command of a TRANSFERS frame. Little-endian.
 *
 * <pre>
 *    0                8                16               24               32
 *   +----------------+----------------+----------------+----------------+
 *   | id, high half  | id, low half   | debit          | credit         |
 *   +----------------+----------------+----------------+----------------+
 *    32               40   42 43 44   46   48       52       56               64
 *   +----------------+----+--+--+----+----+--------+--------+----------------+
 *   | amount         |cur.|op|fl|code| 0  | ttl    |expected| metadata hash  |
 *   |                |    |  |  |    |    |        |version |                |
 *   +----------------+----+--+--+----+----+--------+--------+----------------+
 * </pre>
 *
 * @param op what to do
 * @param id of the transaction, by value
 * @param debit the handle of the account to take from; for a capture, a void or a reversal the high
 *     half of the id that it refers to
 * @param credit the handle of the account to give to; likewise the low half
 * @param amount in the currency's smallest unit
 * @param currency number in the node's table, 0 to 65,535
 * @param flags {@link #LINKED}, {@link #FINAL}
 * @param code the user's own category, 0 to 65,535
 * @param ttlSeconds how long a hold stands, 0 to 2^32-1; 0 if it does not end by itself
 * @param expectedVersion the version that the account to take from has to have, 0 to 2^32-1; 0 for
 *     any
 * @param metadataHash of metadata that is kept elsewhere, 0 if there is none
 */
record TransferCommand(
        TransferOp op,
        Id128 id,
        long debit,
        long credit,
        long amount,
        int currency,
        int flags,
        int code,
        long ttlSeconds,
        long expectedVersion,
        long metadataHash) {
    /** Each command has so many. */
    static final int BYTES = 64;

    /** Executed with the next command or not at all. */
    static final int LINKED = 1;

    /** A capture after which the rest of the hold is given back. */
    static final int FINAL = 1 << 1;

    private static final int FLAGS = LINKED | FINAL;

    private static final int DEBIT_AT = 16;
    private static final int CREDIT_AT = 24;
    private static final int AMOUNT_AT = 32;
    private static final int CURRENCY_AT = 40;
    private static final int OP_AT = 42;
    private static final int FLAGS_AT = 43;
    private static final int CODE_AT = 44;
    private static final int RESERVED_AT = 46;
    private static final int TTL_SECONDS_AT = 48;
    private static final int EXPECTED_VERSION_AT = 52;
    private static final int METADATA_HASH_AT = 56;

    /** Whether there is an operation at an offset, and no bit that means nothing. */
    static boolean isSound(ByteBuf bytes, int at) {
        return TransferOp.of(bytes.getUnsignedByte(at + OP_AT)).isPresent()
                && (bytes.getUnsignedByte(at + FLAGS_AT) & ~FLAGS) == 0
                && bytes.getShortLE(at + RESERVED_AT) == 0;
    }

    /** The command at an offset, which is sound. */
    static TransferCommand read(ByteBuf bytes, int at) {
        return new TransferCommand(
                TransferOp.of(bytes.getUnsignedByte(at + OP_AT)).orElseThrow(),
                new Id128(bytes.getLongLE(at), bytes.getLongLE(at + Long.BYTES)),
                bytes.getLongLE(at + DEBIT_AT),
                bytes.getLongLE(at + CREDIT_AT),
                bytes.getLongLE(at + AMOUNT_AT),
                bytes.getUnsignedShortLE(at + CURRENCY_AT),
                bytes.getUnsignedByte(at + FLAGS_AT),
                bytes.getUnsignedShortLE(at + CODE_AT),
                bytes.getUnsignedIntLE(at + TTL_SECONDS_AT),
                bytes.getUnsignedIntLE(at + EXPECTED_VERSION_AT),
                bytes.getLongLE(at + METADATA_HASH_AT));
    }

    /** Appends it. */
    void write(ByteBuf target) {
        int at = target.writerIndex();
        target.writeZero(BYTES);
        target.setLongLE(at, id.high());
        target.setLongLE(at + Long.BYTES, id.low());
        target.setLongLE(at + DEBIT_AT, debit);
        target.setLongLE(at + CREDIT_AT, credit);
        target.setLongLE(at + AMOUNT_AT, amount);
        target.setShortLE(at + CURRENCY_AT, currency);
        target.setByte(at + OP_AT, op.number());
        target.setByte(at + FLAGS_AT, flags);
        target.setShortLE(at + CODE_AT, code);
        target.setIntLE(at + TTL_SECONDS_AT, (int) ttlSeconds);
        target.setIntLE(at + EXPECTED_VERSION_AT, (int) expectedVersion);
        target.setLongLE(at + METADATA_HASH_AT, metadataHash);
    }
}
