package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Source;
import java.util.Arrays;

/**
 * The committed byte strings, one after the other in chunks, each with a 16-bit length before it.
 *
 * <p>A reference is the offset of the length plus 1. A string never spans chunks: the rest of a
 * chunk that is too short stays zero.
 */
final class CommittedBytes implements ByteStore {
    static final int CHUNK = 1 << 17;
    private static final int LENGTH_BYTES = 2;

    private byte[][] chunks = new byte[4][];
    private long end;
    private long digest;

    /** Where a value of this length would begin, if {@code from} is the end so far. */
    static long place(long from, int length) {
        long room = CHUNK - from % CHUNK;
        return room < length + LENGTH_BYTES ? from + room : from;
    }

    /** The end after a value of this length placed at {@code at}. */
    static long endAfter(long at, int length) {
        return at + LENGTH_BYTES + length;
    }

    static void checkLength(byte[] value) {
        Invariant.hold(
                value.length >= 1 && value.length <= 0xFFFF, "a byte string has 1 to 65,535 bytes");
    }

    static byte[] read(byte[][] chunks, long reference) {
        long at = reference - 1;
        byte[] chunk = chunks[(int) (at / CHUNK)];
        int offset = (int) (at % CHUNK);
        int length = (chunk[offset] & 0xFF) | (chunk[offset + 1] & 0xFF) << 8;
        return Arrays.copyOfRange(chunk, offset + LENGTH_BYTES, offset + LENGTH_BYTES + length);
    }

    @Override
    public long add(byte[] value) {
        checkLength(value);
        long at = place(end, value.length);
        int number = (int) (at / CHUNK);
        if (number == chunks.length) {
            chunks = Arrays.copyOf(chunks, number * 2);
        }
        if (chunks[number] == null) {
            chunks[number] = new byte[CHUNK];
        }
        int offset = (int) (at % CHUNK);
        chunks[number][offset] = (byte) value.length;
        chunks[number][offset + 1] = (byte) (value.length >>> 8);
        System.arraycopy(value, 0, chunks[number], offset + LENGTH_BYTES, value.length);
        end = endAfter(at, value.length);
        digest += Hashes.mix(at ^ Hashes.hash64(value, 0, value.length));
        return at + 1;
    }

    @Override
    public byte[] get(long reference) {
        return read(chunks, reference);
    }

    long end() {
        return end;
    }

    long digest() {
        return digest;
    }

    FrozenBytes freeze() {
        return new FrozenBytes(Arrays.copyOf(chunks, (int) ((end + CHUNK - 1) / CHUNK)), end);
    }

    void load(Source source) {
        long size = source.u64();
        byte[] all = source.raw(Math.toIntExact(size));
        long at = 0;
        while (at < size) {
            int offset = (int) at;
            boolean padding = CHUNK - at % CHUNK < LENGTH_BYTES;
            int length = padding ? 0 : (all[offset] & 0xFF) | (all[offset + 1] & 0xFF) << 8;
            if (length == 0) {
                at += CHUNK - at % CHUNK;
                continue;
            }
            add(Arrays.copyOfRange(all, offset + LENGTH_BYTES, offset + LENGTH_BYTES + length));
            at = end;
        }
    }
}
