package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;

/**
 * What became of one command, an item of a TRANSFERS_REPLY frame. Little-endian.
 *
 * <pre>
 *    0        4    6    8                16               24
 *   +--------+----+----+----------------+----------------+
 *   | index  |code|flag| sequence       | time           |
 *   +--------+----+----+----------------+----------------+
 *    24               32               40       44       48
 *   +----------------+----------------+--------+--------+
 *   | from balance   | to balance     | part.  | 0      |
 *   +----------------+----------------+--------+--------+
 * </pre>
 *
 * @param index of the command in its frame, from 0
 * @param code 0 if it was done, else why not, to 65,535
 * @param flags {@link #REPLAYED}, {@link #PENDING}, {@link #FROM_KNOWN}, {@link #TO_KNOWN}
 * @param sequence of the event in its partition, 0 if nothing was logged
 * @param timeNanos of the event, nanoseconds since 1970; 0 if nothing was logged
 * @param fromBalance posted, of the account to take from after the event, smallest unit
 * @param toBalance posted, of the account to give to after the event, smallest unit
 * @param partition that has the event, not negative
 */
public record TransferResult(
        int index,
        int code,
        int flags,
        long sequence,
        long timeNanos,
        long fromBalance,
        long toBalance,
        int partition) {
    /** Each result has so many. */
    static final int BYTES = 48;

    /** The id was used before with this command: this is the first answer again. */
    public static final int REPLAYED = 1;

    /** Accepted, and not at its end: another partition has to do its part. */
    public static final int PENDING = 1 << 1;

    /** {@code fromBalance} is known and the caller may know it. */
    public static final int FROM_KNOWN = 1 << 2;

    /** {@code toBalance} is known and the caller may know it. */
    public static final int TO_KNOWN = 1 << 3;

    private static final int CODE_AT = 4;
    private static final int FLAGS_AT = 6;
    private static final int SEQUENCE_AT = 8;
    private static final int TIME_AT = 16;
    private static final int FROM_BALANCE_AT = 24;
    private static final int TO_BALANCE_AT = 32;
    private static final int PARTITION_AT = 40;

    /** The result at an offset. */
    static TransferResult read(ByteBuf bytes, int at) {
        return new TransferResult(
                bytes.getIntLE(at),
                bytes.getUnsignedShortLE(at + CODE_AT),
                bytes.getUnsignedShortLE(at + FLAGS_AT),
                bytes.getLongLE(at + SEQUENCE_AT),
                bytes.getLongLE(at + TIME_AT),
                bytes.getLongLE(at + FROM_BALANCE_AT),
                bytes.getLongLE(at + TO_BALANCE_AT),
                bytes.getIntLE(at + PARTITION_AT));
    }

    /** Appends it. */
    void write(ByteBuf target) {
        int at = target.writerIndex();
        target.writeZero(BYTES);
        target.setIntLE(at, index);
        target.setShortLE(at + CODE_AT, code);
        target.setShortLE(at + FLAGS_AT, flags);
        target.setLongLE(at + SEQUENCE_AT, sequence);
        target.setLongLE(at + TIME_AT, timeNanos);
        target.setLongLE(at + FROM_BALANCE_AT, fromBalance);
        target.setLongLE(at + TO_BALANCE_AT, toBalance);
        target.setIntLE(at + PARTITION_AT, partition);
    }
}
