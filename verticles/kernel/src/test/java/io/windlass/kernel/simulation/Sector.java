package io.windlass.kernel.simulation;

import java.util.Map;
import java.util.TreeMap;

/** One version of a sector, with what bits turned over in it since it was written. */
final class Sector {
    private final byte[] bytes;

    /** What was there before, by offset. */
    private final Map<Integer, Byte> before = new TreeMap<>();

    Sector() {
        this(new byte[Sectors.BYTES]);
    }

    private Sector(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A version of its own to write a range into; damage elsewhere stays. */
    Sector rewritten(int start, int count) {
        Sector next = new Sector(bytes.clone());
        before.forEach(
                (at, old) -> {
                    if (at < start || at >= start + count) {
                        next.before.put(at, old);
                    }
                });
        return next;
    }

    void flip(int at, int mask) {
        before.putIfAbsent(at, bytes[at]);
        bytes[at] ^= (byte) mask;
    }

    /** What was there before, by offset. */
    Map<Integer, Byte> damage() {
        return before;
    }

    boolean isDamaged() {
        return !before.isEmpty();
    }

    void repair() {
        before.forEach((at, old) -> bytes[at] = old);
        before.clear();
    }
}
