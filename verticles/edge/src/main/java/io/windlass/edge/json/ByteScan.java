package io.windlass.edge.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What the bytes of a body hold at all, found out eight at a time (Hacker's Delight, 2nd edition,
 * 6-1: a zero byte in a word).
 *
 * @param isAscii whether no byte has its highest bit
 * @param hasBackslash whether one of them may be a backslash; false is certain
 */
record ByteScan(boolean isAscii, boolean hasBackslash) {
    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST = ONES << 7;
    private static final long BACKSLASHES = ONES * '\\';

    static ByteScan of(byte[] bytes) {
        long all = 0;
        long zeros = 0;
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at);
            long marked = word ^ BACKSLASHES;
            all |= word;
            zeros |= (marked - ONES) & ~marked;
        }
        boolean found = (zeros & HIGHEST) != 0;
        for (; at < bytes.length; at++) {
            all |= bytes[at] & HIGHEST;
            found |= bytes[at] == '\\';
        }
        return new ByteScan((all & HIGHEST) == 0, found);
    }
}
