package io.windlass.kernel.table;

import java.util.Arrays;

/**
 * Where the newest pending row of each key is: an open-addressed table with linear probing, at most
 * half full, whose holes are closed when a row leaves (Knuth, The Art of Computer Programming 6.4,
 * algorithm R).
 *
 * <pre>
 *   slot (64 bits): hash 32 | place 32, see {@link PendingRows}; 0 is free
 * </pre>
 */
final class PendingIndex {
    private static final int HASH_BITS = 32;

    private final PendingRows rows;
    private long[] slots = new long[1 << 8];
    private int count;

    PendingIndex(PendingRows rows) {
        this.rows = rows;
    }

    /** The place of a key's newest row, or 0. */
    int find(Key key) {
        return count == 0 ? 0 : (int) slots[slot(key, key.hashCode())];
    }

    /** Puts a place in that of the one before it. */
    void put(Key key, int place) {
        int hash = key.hashCode();
        int slot = slot(key, hash);
        if (slots[slot] == 0) {
            count++;
        }
        slots[slot] = entry(hash, place);
        if (count * 2 > slots.length) {
            grow();
        }
    }

    /** Removes a place unless there is a newer one of its key. */
    void remove(Key key, int place) {
        int hash = key.hashCode();
        long entry = entry(hash, place);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && slots[slot] != entry) {
            slot = (slot + 1) & mask;
        }
        if (slots[slot] == entry) {
            count--;
            close(slot);
        }
    }

    void clear() {
        Arrays.fill(slots, 0);
        count = 0;
    }

    private static long entry(int hash, int place) {
        return (long) hash << HASH_BITS | place;
    }

    private static int hash(long entry) {
        return (int) (entry >>> HASH_BITS);
    }

    /** Where a key is, or the free slot where it would be. */
    private int slot(Key key, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0
                && !(hash(slots[slot]) == hash && rows.matches((int) slots[slot], key))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Moves entries that were pushed on by the one that has left, so that no probe ends early. */
    private void close(int free) {
        int mask = slots.length - 1;
        int hole = free;
        slots[hole] = 0;
        for (int slot = (hole + 1) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int home = hash(slots[slot]) & mask;
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                slots[hole] = slots[slot];
                slots[slot] = 0;
                hole = slot;
            }
        }
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        int mask = slots.length - 1;
        for (long entry : before) {
            if (entry != 0) {
                int slot = hash(entry) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
