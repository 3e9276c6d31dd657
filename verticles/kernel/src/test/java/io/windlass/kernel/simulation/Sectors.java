package io.windlass.kernel.simulation;

import io.windlass.kernel.port.Entropy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of one simulated file: what is on the platter, and above it every unsynced version of
 * each sector in the order of the writes. Sectors never written are zeros and take no memory.
 */
final class Sectors {
    /** What a disk writes whole or not at all, in bytes. */
    static final int BYTES = 512;

    private static final byte[] ZEROS = new byte[BYTES];

    private final long bytes;
    private final Map<Long, byte[]> durable = new HashMap<>();

    /** Sorted, because settling draws from the entropy in this order. */
    private final SortedMap<Long, List<byte[]>> unsynced = new TreeMap<>();

    Sectors(long bytes) {
        this.bytes = bytes;
    }

    /** The size of the file in bytes. */
    long bytes() {
        return bytes;
    }

    void write(long offset, ByteBuffer source) {
        long at = offset;
        while (source.hasRemaining()) {
            int start = (int) (at % BYTES);
            int count = Math.min(source.remaining(), BYTES - start);
            byte[] sector = newest(at / BYTES).clone();
            source.get(sector, start, count);
            unsynced.computeIfAbsent(at / BYTES, number -> new ArrayList<>()).add(sector);
            at += count;
        }
    }

    void read(long offset, ByteBuffer target, int count) {
        long at = offset;
        long end = offset + count;
        while (at < end) {
            int start = (int) (at % BYTES);
            int part = (int) Math.min(end - at, BYTES - start);
            target.put(newest(at / BYTES), start, part);
            at += part;
        }
    }

    /** Makes all that was written durable. */
    void sync() {
        unsynced.forEach(
                (number, versions) -> durable.put(number, versions.get(versions.size() - 1)));
        unsynced.clear();
    }

    /** Lets each unsynced sector become one of its versions, or stay as it was at the last sync. */
    void settle(Entropy entropy) {
        unsynced.forEach(
                (number, versions) -> {
                    int pick = (int) Long.remainderUnsigned(entropy.next(), versions.size() + 1L);
                    if (pick < versions.size()) {
                        durable.put(number, versions.get(pick));
                    }
                });
        unsynced.clear();
    }

    private byte[] newest(long number) {
        List<byte[]> versions = unsynced.get(number);
        return versions == null
                ? durable.getOrDefault(number, ZEROS)
                : versions.get(versions.size() - 1);
    }
}
