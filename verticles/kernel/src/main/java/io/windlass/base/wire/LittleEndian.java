package io.windlass.base.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers at offsets of byte arrays; an offset beyond an array throws. */
public final class LittleEndian {
    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    /** Reads 8 bits, 0 to 255. */
    public static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    /** Reads 16 bits, 0 to 65,535. */
    public static int u16(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xFFFF;
    }

    /** Reads 32 bits. */
    public static int u32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    /** Reads 64 bits. */
    public static long u64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Writes the lowest 16 bits. */
    public static void u16(byte[] bytes, int at, int value) {
        SHORT.set(bytes, at, (short) value);
    }

    /** Writes 32 bits. */
    public static void u32(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    /** Writes 64 bits. */
    public static void u64(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }
}
