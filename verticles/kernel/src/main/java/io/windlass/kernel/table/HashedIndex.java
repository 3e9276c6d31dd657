package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import java.util.Arrays;

/**
 * Finds the row of a key: open-addressed parts with linear probing, at most half full, so that a
 * key that is not there is found missing after two or three slots.
 *
 * <pre>
 *   hash (32 bits): the highest 10 choose the part, the lowest the first slot in it
 *   slot (64 bits): hash | row number + 1; 0 is free
 * </pre>
 *
 * <p>A slot holds the whole hash, so a row is read only when it is the one looked for (or one in
 * four billion), and a part grows without reading rows. Each part does so by itself: growing never
 * touches more than a thousandth of the rows at once, so it is no pause.
 *
 * <p>A row that has left memory leaves its slot behind: it is passed over, and goes when its part
 * is full, which then need not be larger. Nobody has to find it before.
 */
final class HashedIndex implements RowIndex {
    private static final int PART_BITS = 10;
    private static final int HASH_BITS = 32;
    private static final int PART_SHIFT = HASH_BITS - PART_BITS;
    private static final int SLOTS_MIN = 4;
    private static final long ROW_MASK = 0xFFFFFFFFL;

    /** Full from the start, so that the first row of a part makes its slots. */
    private static final long[] NONE = new long[1];

    private final Chunks rows;
    private final int keyWords;
    private final long[][] parts = new long[1 << PART_BITS][];
    private final int[] counts = new int[1 << PART_BITS];
    private long slotCount;

    /** Slots that are not in use. */
    private long[] spare = {};

    HashedIndex(Chunks rows, int keyWords) {
        this.rows = rows;
        this.keyWords = keyWords;
        Arrays.fill(parts, NONE);
    }

    @Override
    public int find(long first, long second, long third, long fourth) {
        int hash = Key.hash(first, second, third, fourth);
        long[] slots = parts[hash >>> PART_SHIFT];
        int row = (int) slots[slot(slots, hash, first, second, third, fourth)];
        return row - 1;
    }

    @Override
    public int findOrAdd(long first, long second, long third, long fourth, int row) {
        int hash = Key.hash(first, second, third, fourth);
        long[] slots = parts[hash >>> PART_SHIFT];
        int slot = slot(slots, hash, first, second, third, fourth);
        if (slots[slot] != 0) {
            return (int) slots[slot] - 1;
        }
        if (isFull(hash)) {
            add(hash, row);
        } else {
            counts[hash >>> PART_SHIFT]++;
            slots[slot] = entry(hash, row + 1);
        }
        return -1;
    }

    /** The slot of a key, or the free one where it would be. */
    private int slot(long[] slots, int hash, long first, long second, long third, long fourth) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0
                && !((int) (slots[slot] >>> HASH_BITS) == hash
                        && rows.has((int) slots[slot] - 1)
                        && isAt((int) slots[slot] - 1, first, second, third, fourth))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int row, long first, long second, long third, long fourth) {
        return Key.isAt(first, second, third, fourth, rows.chunk(row), rows.offset(row), keyWords);
    }

    @Override
    public int likely(long first, long second, long third, long fourth) {
        return find(first, second, third, fourth);
    }

    /** The slot only: which row stands behind it is not known before it has been read. */
    @Override
    public long near(long wanted) {
        int hash = (int) wanted;
        long[] slots = parts[hash >>> PART_SHIFT];
        return slots[hash & (slots.length - 1)];
    }

    @Override
    public void add(int row) {
        add(hashOf(row), row);
    }

    private void add(int hash, int row) {
        int part = hash >>> PART_SHIFT;
        if (isFull(hash)) {
            makeRoom(part);
        }
        counts[part]++;
        place(parts[part], hash, row + 1);
    }

    /** Whether the part of a hash must grow before it takes another row. */
    private boolean isFull(int hash) {
        int part = hash >>> PART_SHIFT;
        return (counts[part] + 1) * 2L > parts[part].length;
    }

    /** Removes the key of a row, which is in the index. */
    void remove(int row) {
        int hash = hashOf(row);
        long[] slots = parts[hash >>> PART_SHIFT];
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != entry(hash, row + 1)) {
            Invariant.hold(slots[slot] != 0, "a row leaves that the index does not know");
            slot = (slot + 1) & mask;
        }
        counts[hash >>> PART_SHIFT]--;
        Slots.close(slots, slot);
    }

    @Override
    public void reserve(int count) {
        int each = count / (1 << PART_BITS);
        int slots = Math.max(SLOTS_MIN, Integer.highestOneBit(each * 2 + 1) * 2);
        for (int part = 0; part < parts.length; part++) {
            if (parts[part].length < slots) {
                grow(part, slots);
            }
        }
    }

    @Override
    public void clear() {
        Arrays.fill(parts, NONE);
        Arrays.fill(counts, 0);
        slotCount = 0;
    }

    @Override
    public long memoryBytes() {
        return slotCount * Long.BYTES;
    }

    /** Lets go of what has left; makes the part larger if that is not at least a quarter of it. */
    private void makeRoom(int part) {
        int length = parts[part].length;
        int live = 0;
        for (long entry : parts[part]) {
            live += entry != 0 && rows.has((int) entry - 1) ? 1 : 0;
        }
        boolean isEnough = length >= SLOTS_MIN && live * 8L <= length * 3L;
        counts[part] = live;
        grow(part, isEnough ? length : Math.max(SLOTS_MIN, length * 2));
    }

    private void grow(int part, int slots) {
        long[] before = parts[part];
        long[] after = empty(slots);
        for (long entry : before) {
            if (entry != 0 && rows.has((int) entry - 1)) {
                place(after, (int) (entry >>> HASH_BITS), (int) entry);
            }
        }
        parts[part] = after;
        spare = before;
        slotCount += slots - before.length;
    }

    /** Free slots: mostly those of the part that made room last, since parts grow alike. */
    private long[] empty(int slots) {
        if (spare.length != slots) {
            return new long[slots];
        }
        Arrays.fill(spare, 0);
        return spare;
    }

    private static void place(long[] slots, int hash, int numbered) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = entry(hash, numbered);
    }

    private static long entry(int hash, int numbered) {
        return (long) hash << HASH_BITS | (numbered & ROW_MASK);
    }

    private int hashOf(int row) {
        return Key.hashAt(rows.chunk(row), rows.offset(row), keyWords);
    }
}
