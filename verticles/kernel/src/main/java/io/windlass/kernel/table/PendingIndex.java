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
    int find(long first, long second, long third, long fourth) {
        return count == 0
                ? 0
                : (int)
                        slots[
                                slot(
                                        first,
                                        second,
                                        third,
                                        fourth,
                                        Key.hash(first, second, third, fourth))];
    }

    /** The place of the newest row with the key of the row at {@code at}, or 0. */
    int find(long[] row, int at, int keyWords) {
        return count == 0 ? 0 : (int) slots[slot(row, at, keyWords, Key.hashAt(row, at, keyWords))];
    }

    /** Puts the place of the row at {@code at} in that of the one before it. */
    void put(long[] row, int at, int keyWords, int place) {
        int hash = Key.hashAt(row, at, keyWords);
        int slot = slot(row, at, keyWords, hash);
        if (slots[slot] == 0) {
            count++;
        }
        slots[slot] = entry(hash, place);
        if (count * 2 > slots.length) {
            grow();
        }
    }

    /** Removes the place of a key with this hash unless there is a newer one of it. */
    void remove(int hash, int place) {
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

    private int slot(long[] row, int at, int keyWords, int hash) {
        return slot(
                row[at],
                Key.word(row, at, keyWords, 1),
                Key.word(row, at, keyWords, 2),
                Key.word(row, at, keyWords, 3),
                hash);
    }

    /** Where a key is, or the free slot where it would be. */
    private int slot(long first, long second, long third, long fourth, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0
                && !(hash(slots[slot]) == hash
                        && rows.matches((int) slots[slot], first, second, third, fourth))) {
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
