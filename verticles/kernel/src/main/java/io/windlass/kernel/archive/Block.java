package io.windlass.kernel.archive;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.LittleEndian;

/** What sealed files are made of; the package page draws it. */
final class Block {
    static final int BYTES = 4_096;
    static final int CONTENT = BYTES - 2 * Integer.BYTES;
    static final int HASHES = CONTENT / Long.BYTES;

    private static final int NUMBER_AT = CONTENT;
    private static final int CRC_AT = CONTENT + Integer.BYTES;

    private Block() {}

    /** How many blocks so many things need. */
    static int count(int things, int perBlock) {
        return (things + perBlock - 1) / perBlock;
    }

    /** How many rows of so many words fit in a block. */
    static int rows(int words) {
        return CONTENT / (words * Long.BYTES);
    }

    static long offset(int number) {
        return (long) number * BYTES;
    }

    /** Ends the block that begins at an index. */
    static void seal(byte[] blocks, int at, int number) {
        LittleEndian.u32(blocks, at + NUMBER_AT, number);
        LittleEndian.u32(blocks, at + CRC_AT, Hashes.crc32c(blocks, at, CRC_AT));
    }

    /** Whether this is the block with that number as it was sealed. */
    static boolean isSealed(byte[] blocks, int at, int number) {
        return LittleEndian.u32(blocks, at + NUMBER_AT) == number
                && LittleEndian.u32(blocks, at + CRC_AT) == Hashes.crc32c(blocks, at, CRC_AT);
    }
}
