package io.windlass.kernel.table;

import java.util.Arrays;

/**
 * The places of rows with any keys: an open-addressed table with linear probing, at most half full,
 * whose holes are closed when a row leaves (Knuth, The Art of Computer Programming 6.4, algorithm
 * R).
 *
 * <pre>
 *   slot (64 bits): hash 32 | place 32, see {@link PendingRows}; 0 is free
 * </pre>
 */
final class HashedPlaces implements PendingPlaces {
    private static final int HASH_BITS = 32;

    private final PendingRows rows;
    private final int keyWords;
    private long[] slots = new long[1 << 8];
    private int count;

    HashedPlaces(PendingRows rows, int keyWords) {
        this.rows = rows;
        this.keyWords = keyWords;
    }

    @Override
    public int find(long first, long second, long third, long fourth) {
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

    @Override
    public int find(long[] row, int at) {
        return count == 0 ? 0 : (int) slots[slot(row, at, Key.hashAt(row, at, keyWords))];
    }

    @Override
    public long near(long hash) {
        return slots[(int) hash & (slots.length - 1)];
    }

    @Override
    public long nearNumber(long key) {
        return near(Key.hash(key, 0, 0, 0));
    }

    @Override
    public void put(long[] row, int at, int place) {
        int hash = Key.hashAt(row, at, keyWords);
        int slot = slot(row, at, hash);
        if (slots[slot] == 0) {
            count++;
        }
        slots[slot] = entry(hash, place);
        if (count * 2 > slots.length) {
            grow();
        }
    }

    @Override
    public void remove(long[] row, int at, int place) {
        int hash = Key.hashAt(row, at, keyWords);
        long entry = entry(hash, place);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && slots[slot] != entry) {
            slot = (slot + 1) & mask;
        }
        if (slots[slot] == entry) {
            count--;
            Slots.close(slots, slot);
        }
    }

    @Override
    public void clear() {
        Arrays.fill(slots, 0);
        count = 0;
    }

    private static long entry(int hash, int place) {
        return (long) hash << HASH_BITS | place;
    }

    private static int hash(long entry) {
        return (int) (entry >>> HASH_BITS);
    }

    private int slot(long[] row, int at, int hash) {
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
