package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.zip.CRC32C;

/**
 * The head of a frame. Little-endian.
 *
 * <pre>
 *    0        4  5  6    8        12       16               24       28       32
 *   +--------+--+--+----+--------+--------+----------------+--------+--------+
 *   | magic  |v |t | 0  | payload| item   | correlation    | tenant | crc32c | payload
 *   |        |  |  |    | bytes  | count  |                |        |        |
 *   +--------+--+--+----+--------+--------+----------------+--------+--------+
 *
 *   magic    the bytes "WLBP"
 *   v        version, 1
 *   t        {@link FrameType#number}
 *   0        flags; version 1 has none
 *   crc32c   of the 28 bytes before it and the payload
 * </pre>
 *
 * @param type what the frame is
 * @param payloadBytes behind the header, not negative
 * @param itemCount how many items the payload has, not negative
 * @param correlation the sender's number of a request, which its answer repeats
 * @param tenant whose request it is
 */
record FrameHeader(FrameType type, int payloadBytes, int itemCount, long correlation, int tenant) {
    /** Bytes before the payload. */
    static final int BYTES = 32;

    /** What every frame begins with: {@code WLBP} in ASCII, read little-endian. */
    static final int MAGIC = 0x50424C57;

    /** The only version so far. */
    static final int VERSION = 1;

    private static final int VERSION_AT = 4;
    private static final int TYPE_AT = 5;
    private static final int FLAGS_AT = 6;
    private static final int PAYLOAD_BYTES_AT = 8;
    private static final int ITEM_COUNT_AT = 12;
    private static final int CORRELATION_AT = 16;
    private static final int TENANT_AT = 24;
    private static final int CRC_AT = 28;

    /** The header at an offset, whose fields have been found sound by {@link FrameCheck}. */
    static FrameHeader read(ByteBuf bytes, int at) {
        return new FrameHeader(
                FrameType.of(type(bytes, at)).orElseThrow(),
                bytes.getIntLE(at + PAYLOAD_BYTES_AT),
                bytes.getIntLE(at + ITEM_COUNT_AT),
                bytes.getLongLE(at + CORRELATION_AT),
                bytes.getIntLE(at + TENANT_AT));
    }

    /** Writes it at an offset, before its payload, which is there already. */
    void write(ByteBuf target, int at) {
        target.setIntLE(at, MAGIC);
        target.setByte(at + VERSION_AT, VERSION);
        target.setByte(at + TYPE_AT, type.number());
        target.setShortLE(at + FLAGS_AT, 0);
        target.setIntLE(at + PAYLOAD_BYTES_AT, payloadBytes);
        target.setIntLE(at + ITEM_COUNT_AT, itemCount);
        target.setLongLE(at + CORRELATION_AT, correlation);
        target.setIntLE(at + TENANT_AT, tenant);
        target.setIntLE(at + CRC_AT, checksum(target, at, payloadBytes));
    }

    /** The whole frame. */
    int frameBytes() {
        return BYTES + payloadBytes;
    }

    static int magic(ByteBuf bytes, int at) {
        return bytes.getIntLE(at);
    }

    static int version(ByteBuf bytes, int at) {
        return bytes.getUnsignedByte(at + VERSION_AT);
    }

    static int type(ByteBuf bytes, int at) {
        return bytes.getUnsignedByte(at + TYPE_AT);
    }

    static int flags(ByteBuf bytes, int at) {
        return bytes.getUnsignedShortLE(at + FLAGS_AT);
    }

    static long payloadBytes(ByteBuf bytes, int at) {
        return bytes.getUnsignedIntLE(at + PAYLOAD_BYTES_AT);
    }

    static long itemCount(ByteBuf bytes, int at) {
        return bytes.getUnsignedIntLE(at + ITEM_COUNT_AT);
    }

    /** Whether the checksum of the whole frame at an offset is that of its bytes. */
    boolean fits(ByteBuf bytes, int at) {
        return bytes.getIntLE(at + CRC_AT) == checksum(bytes, at, payloadBytes);
    }

    /** CRC32C (RFC 3720, appendix B.4). */
    private static int checksum(ByteBuf bytes, int at, int payloadBytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.nioBuffer(at, CRC_AT));
        crc.update(bytes.nioBuffer(at + BYTES, payloadBytes));
        return (int) crc.getValue();
    }
}
