package io.windlass.kernel.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The head of a frame: one entry of the replicated log. Little-endian.
 *
 * <pre>
 *    0        4        8  9  10     12       16       20       24
 *   +--------+--------+--+--+------+--------+--------+--------+
 *   | length | crc32c |f |k | 0    | decided| term   | count  |
 *   |        |        |  |  |      | term   |        |        |
 *   +--------+--------+--+--+------+--------+--------+--------+
 *   24               32               40               48               56
 *   +----------------+----------------+----------------+----------------+
 *   | index          | first sequence | time           | commit index   | payload, zeros to
 *   |                |                | (nanoseconds)  | known          | a multiple of 8
 *   +----------------+----------------+----------------+----------------+
 *
 *   length   of the whole frame in bytes, a multiple of 8
 *   crc32c   of everything behind it, to the frame's end
 *   f        format, 1
 *   k        kind: 1 events, 2 new term (no payload)
 * </pre>
 *
 * @param length the whole frame in bytes
 * @param kind what the payload is
 * @param decidedTerm the term it was decided in; void if another than {@code term}
 * @param term the term of its entry
 * @param count how many events it has
 * @param index its index in the replicated log, from 1
 * @param firstSequence the sequence of its first event
 * @param timeNanos its time, nanoseconds since 1970
 * @param commitIndex the newest commit index known when it was encoded
 */
public record FrameHeader(
        int length,
        Kind kind,
        int decidedTerm,
        int term,
        int count,
        long index,
        long firstSequence,
        long timeNanos,
        long commitIndex) {
    /** Bytes before the payload. */
    public static final int BYTES = 56;

    private static final int FORMAT = 1;
    private static final int CHECKED_FROM = 8;

    /** What a frame carries. */
    public enum Kind {
        /** Events of features. */
        EVENTS(1),
        /** Nothing: the first entry of a leader's term. */
        NEW_TERM(2);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        private static Optional<Kind> of(byte code) {
            return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
        }
    }

    /** The length of a frame with a payload of so many bytes. */
    public static int lengthFor(int payloadBytes) {
        return (BYTES + payloadBytes + 7) & ~7;
    }

    /** Writes a whole frame at the target's position, checksum included. */
    public void write(ByteBuffer target, byte[] payload) {
        int start = target.position();
        target.order(ByteOrder.LITTLE_ENDIAN);
        target.putInt(length).putInt(0);
        target.put((byte) FORMAT).put(kind.code).putShort((short) 0);
        target.putInt(decidedTerm).putInt(term).putInt(count);
        target.putLong(index).putLong(firstSequence).putLong(timeNanos).putLong(commitIndex);
        target.put(payload);
        while (target.position() < start + length) {
            target.put((byte) 0);
        }
        target.putInt(start + Integer.BYTES, checksum(target, start, length));
    }

    /**
     * Reads the head of the frame that begins at an offset and checks the whole frame.
     *
     * @return empty if no whole, undamaged frame of this format begins there
     */
    public static Optional<FrameHeader> read(ByteBuffer source, int at) {
        if (source.limit() - at < BYTES) {
            return Optional.empty();
        }
        int length = source.getInt(at);
        Optional<Kind> kind = Kind.of(source.get(at + 9));
        if (!isPlausible(length, source.limit() - at)
                || source.get(at + 8) != FORMAT
                || kind.isEmpty()
                || source.getInt(at + Integer.BYTES) != checksum(source, at, length)) {
            return Optional.empty();
        }
        return Optional.of(
                new FrameHeader(
                        length,
                        kind.get(),
                        source.getInt(at + 12),
                        source.getInt(at + 16),
                        source.getInt(at + 20),
                        source.getLong(at + 24),
                        source.getLong(at + 32),
                        source.getLong(at + 40),
                        source.getLong(at + 48)));
    }

    private static boolean isPlausible(int length, int available) {
        return length >= BYTES && length % 8 == 0 && length <= available;
    }

    private static int checksum(ByteBuffer frame, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(frame.duplicate().limit(start + length).position(start + CHECKED_FROM));
        return (int) crc.getValue();
    }
}
