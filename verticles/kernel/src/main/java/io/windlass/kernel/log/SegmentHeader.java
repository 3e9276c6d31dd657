package io.windlass.kernel.log;

import io.windlass.base.wire.Hashes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first bytes of a segment file. Little-endian.
 *
 * <pre>
 *    0              8        12        16             24            60      64
 *   +--------------+--------+---------+--------------+-------------+--------+
 *   | "WINDLASS"   | format | partition| first index | 0           | crc32c |
 *   +--------------+--------+---------+--------------+-------------+--------+
 * </pre>
 */
final class SegmentHeader {
    static final int BYTES = 64;
    private static final byte[] MAGIC = "WINDLASS".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int CHECKED = 60;
    private static final int NAME_DIGITS = 20;
    private static final String SUFFIX = ".log";

    private SegmentHeader() {}

    static byte[] encode(int partition, long firstIndex) {
        ByteBuffer header = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).putInt(FORMAT).putInt(partition).putLong(firstIndex);
        header.putInt(CHECKED, Hashes.crc32c(header.array(), 0, CHECKED));
        return header.array();
    }

    static boolean matches(ByteBuffer file, int partition, long firstIndex) {
        if (file.limit() < BYTES) {
            return false;
        }
        byte[] found = new byte[BYTES];
        file.duplicate().position(0).get(found);
        return Arrays.equals(found, encode(partition, firstIndex));
    }

    /** Why this is not the header that was expected. */
    static String complaint(ByteBuffer file) {
        byte[] magic = new byte[MAGIC.length];
        if (file.remaining() == BYTES) {
            file.duplicate().get(magic);
            int format = file.getInt(MAGIC.length);
            if (Arrays.equals(magic, MAGIC) && format != FORMAT) {
                return "its format, " + format + ", is unknown to this version";
            }
        }
        return "the header of the segment is unreadable or another one's";
    }

    static String name(long firstIndex) {
        String digits = Long.toString(firstIndex);
        return "0".repeat(NAME_DIGITS - digits.length()) + digits + SUFFIX;
    }

    static boolean isName(String name) {
        return name.length() == NAME_DIGITS + SUFFIX.length() && name.endsWith(SUFFIX);
    }

    static long firstIndex(String name) {
        return Long.parseLong(name.substring(0, NAME_DIGITS));
    }
}
