package io.windlass.base.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing little-endian byte writer.
 *
 * <p>Not thread-safe; reused by its owner through {@link #clear()}.
 */
public final class Sink {
    private byte[] bytes;
    private int length;

    /** A writer that starts with room for {@code capacity} bytes. */
    public Sink(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** How many bytes have been written. */
    public int length() {
        return length;
    }

    /** The backing array; valid up to {@link #length()} and until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** A copy of what has been written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Forgets what has been written, keeps the room. */
    public void clear() {
        length = 0;
    }

    /** Forgets everything written behind {@code mark}, an earlier {@link #length()}. */
    public void rewind(int mark) {
        length = mark;
    }

    /** Writes the lowest 8 bits. */
    public Sink u8(int value) {
        int at = claim(1);
        bytes[at] = (byte) value;
        return this;
    }

    /** Writes the lowest 16 bits. */
    public Sink u16(int value) {
        int at = claim(2);
        LittleEndian.u16(bytes, at, value);
        return this;
    }

    /** Writes 32 bits. */
    public Sink u32(int value) {
        int at = claim(4);
        LittleEndian.u32(bytes, at, value);
        return this;
    }

    /** Writes 64 bits. */
    public Sink u64(long value) {
        int at = claim(8);
        LittleEndian.u64(bytes, at, value);
        return this;
    }

    /** Writes 128 bits, high half first. */
    public Sink u128(Id128 value) {
        return u64(value.high()).u64(value.low());
    }

    /** Writes bytes as they are. */
    public Sink raw(byte[] source) {
        int at = claim(source.length);
        System.arraycopy(source, 0, bytes, at, source.length);
        return this;
    }

    /** Writes a 16-bit length and the bytes; at most 65,535 of them. */
    public Sink blob(byte[] source) {
        if (source.length > 0xFFFF) {
            throw new IllegalArgumentException("blob of " + source.length + " bytes");
        }
        return u16(source.length).raw(source);
    }

    /** Writes a 16-bit length and the text in UTF-8. */
    public Sink text(String value) {
        return blob(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Overwrites 32 bits at {@code offset}, which has been written before. */
    public void u32At(int offset, int value) {
        LittleEndian.u32(bytes, offset, value);
    }

    // The array may be another one afterwards: claim first, then name it.
    private int claim(int count) {
        int at = length;
        length = at + count;
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length, bytes.length * 2));
        }
        return at;
    }
}
