package io.windlass.kernel.simulation;

import io.windlass.kernel.port.Entropy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The content of one simulated file: what is on the platter, and above it every unsynced version of
 * each sector in the order of the writes. Sectors never written are zeros and take no memory.
 */
final class Sectors {
    /** What a disk writes whole or not at all, in bytes. */
    static final int BYTES = 512;

    private static final Sector ZEROS = new Sector();

    private final long bytes;
    private long filled;
    private final Map<Long, Sector> durable = new HashMap<>();

    /** Sorted, because settling draws from the entropy in this order. */
    private final SortedMap<Long, List<Sector>> unsynced = new TreeMap<>();

    /** A file of so many bytes, of which the first ones have their space. */
    Sectors(long bytes, long filled) {
        this.bytes = bytes;
        this.filled = Math.min(bytes, filled);
    }

    /** Bytes from the start that have their space on the disk. */
    long filled() {
        return filled;
    }

    /** Gives it space up to an offset. */
    void fill(long end) {
        filled = Math.min(bytes, Math.max(filled, end));
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
            Sector sector = newest(at / BYTES).rewritten(start, count);
            source.get(sector.bytes(), start, count);
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
            target.put(newest(at / BYTES).bytes(), start, part);
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

    /** Turns bits over in every version there is. */
    void flip(long offset, int mask) {
        long number = offset / BYTES;
        durable.computeIfAbsent(number, sector -> new Sector());
        versions(number).forEach(sector -> sector.flip((int) (offset % BYTES), mask));
    }

    boolean isDamaged() {
        return Stream.concat(durable.values().stream(), unsyncedVersions())
                .anyMatch(Sector::isDamaged);
    }

    /** What stood at the offsets where bits turned over, in the newest version. */
    SortedMap<Long, Byte> damage() {
        SortedMap<Long, Byte> all = new TreeMap<>();
        TreeMap<Long, Sector> newest = new TreeMap<>(durable);
        unsynced.forEach((number, versions) -> newest.put(number, newest(number)));
        newest.forEach(
                (number, sector) ->
                        sector.damage().forEach((at, old) -> all.put(number * BYTES + at, old)));
        return all;
    }

    /** Puts back what was there before bits turned over, where nobody has written since. */
    void repair() {
        durable.values().forEach(Sector::repair);
        unsyncedVersions().forEach(Sector::repair);
    }

    private Stream<Sector> versions(long number) {
        return Stream.concat(
                Stream.of(durable.get(number)), unsynced.getOrDefault(number, List.of()).stream());
    }

    private Stream<Sector> unsyncedVersions() {
        return unsynced.values().stream().flatMap(List::stream);
    }

    private Sector newest(long number) {
        List<Sector> versions = unsynced.get(number);
        return versions == null
                ? durable.getOrDefault(number, ZEROS)
                : versions.get(versions.size() - 1);
    }
}
