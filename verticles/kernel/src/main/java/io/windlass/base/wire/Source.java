package io.windlass.base.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A little-endian byte reader over a buffer it does not own.
 *
 * <p>Reading past the end throws {@link BufferUnderflowException}; callers that read bytes nobody
 * has checked yet (a network, a damaged file) check lengths or the checksum first.
 */
public final class Source {
    private final ByteBuffer bytes;

    /** A reader from the buffer's position to its limit. */
    public Source(ByteBuffer bytes) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A reader over a whole array. */
    public Source(byte[] bytes) {
        this(ByteBuffer.wrap(bytes));
    }

    /** Bytes not yet read. */
    public int remaining() {
        return bytes.remaining();
    }

    /** Bytes read so far. */
    public int position() {
        return bytes.position();
    }

    /** Moves to an absolute offset inside the buffer. */
    public void position(int offset) {
        bytes.position(offset);
    }

    /** Reads 8 bits, 0 to 255. */
    public int u8() {
        return bytes.get() & 0xFF;
    }

    /** Reads 16 bits, 0 to 65,535. */
    public int u16() {
        return bytes.getShort() & 0xFFFF;
    }

    /** Reads 32 bits. */
    public int u32() {
        return bytes.getInt();
    }

    /** Reads 64 bits. */
    public long u64() {
        return bytes.getLong();
    }

    /** Reads 128 bits, high half first. */
    public Id128 u128() {
        long high = bytes.getLong();
        return new Id128(high, bytes.getLong());
    }

    /** Reads {@code count} bytes. */
    public byte[] raw(int count) {
        if (count > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] target = new byte[count];
        bytes.get(target);
        return target;
    }

    /** Reads a 16-bit length and as many bytes. */
    public byte[] blob() {
        return raw(u16());
    }

    /** Reads a 16-bit length and as many bytes of UTF-8. */
    public String text() {
        return new String(blob(), StandardCharsets.UTF_8);
    }
}
