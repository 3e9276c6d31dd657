package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import io.windlass.base.wire.Hashes;
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
        byte[] chunk = chunk((int) (at / CHUNK));
        int offset = (int) (at % CHUNK);
        chunk[offset] = (byte) value.length;
        chunk[offset + 1] = (byte) (value.length >>> 8);
        System.arraycopy(value, 0, chunk, offset + LENGTH_BYTES, value.length);
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

    /** Adds what a part of a cut held; all parts but the last are whole chunks. */
    void load(byte[] saved) {
        Invariant.hold(end % CHUNK == 0, "bytes were loaded behind a chunk that is not full");
        for (int from = 0; from < saved.length; from += CHUNK) {
            byte[] chunk = chunk((int) (end / CHUNK));
            int count = Math.min(CHUNK, saved.length - from);
            System.arraycopy(saved, from, chunk, 0, count);
            addDigests(chunk, count);
            end += count;
        }
    }

    /** Forgets all strings. */
    void clear() {
        Arrays.fill(chunks, null);
        end = 0;
        digest = 0;
    }

    /** The memory held, in bytes. */
    long memoryBytes() {
        return (end + CHUNK - 1) / CHUNK * CHUNK;
    }

    private void addDigests(byte[] chunk, int count) {
        int at = 0;
        while (at + LENGTH_BYTES <= count) {
            int length = (chunk[at] & 0xFF) | (chunk[at + 1] & 0xFF) << 8;
            if (length == 0) {
                return;
            }
            digest += Hashes.mix((end + at) ^ Hashes.hash64(chunk, at + LENGTH_BYTES, length));
            at += LENGTH_BYTES + length;
        }
    }

    private byte[] chunk(int number) {
        if (number == chunks.length) {
            chunks = Arrays.copyOf(chunks, number * 2);
        }
        if (chunks[number] == null) {
            chunks[number] = new byte[CHUNK];
        }
        return chunks[number];
    }
}
