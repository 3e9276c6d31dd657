package io.windlass.kernel.table;

import java.util.Arrays;

/**
 * Finds the row of a key: open-addressed parts with linear probing, at most three quarters full.
 *
 * <pre>
 *   hash (32 bits): the highest 10 choose the part, the lowest the first slot in it
 *   slot (64 bits): hash | row number + 1; 0 is free
 * </pre>
 *
 * <p>A slot holds the whole hash, so a row is read only when it is the one looked for (or one in
 * four billion), and a part grows without reading rows. Each part doubles by itself: growing never
 * touches more than a thousandth of the rows at once, so it is no pause.
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
    private final Wanted wanted = new Wanted();
    private long slotCount;

    HashedIndex(Chunks rows, int keyWords) {
        this.rows = rows;
        this.keyWords = keyWords;
        Arrays.fill(parts, NONE);
    }

    @Override
    public int find(Key key) {
        int hash = key.hashCode();
        long[] slots = parts[hash >>> PART_SHIFT];
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int row = (int) slots[slot] - 1;
            if ((int) (slots[slot] >>> HASH_BITS) == hash
                    && key.isAt(rows.chunk(row), rows.offset(row), keyWords)) {
                return row;
            }
        }
        return -1;
    }

    @Override
    public int likely(Key key) {
        return find(key);
    }

    /** The slot only: which row stands behind it is not known before it has been read. */
    @Override
    public long touch(Key key) {
        return wanted.add(key.hashCode()) ? wanted.touch(this::slot) : 0;
    }

    private long slot(int hash) {
        long[] slots = parts[hash >>> PART_SHIFT];
        return slots[hash & (slots.length - 1)];
    }

    @Override
    public void add(int row) {
        int hash = hashOf(row);
        int part = hash >>> PART_SHIFT;
        counts[part]++;
        if (counts[part] * 4L > parts[part].length * 3L) {
            grow(part, Math.max(SLOTS_MIN, parts[part].length * 2));
        }
        place(parts[part], hash, row + 1);
    }

    @Override
    public void reserve(int count) {
        int each = count / (1 << PART_BITS);
        int slots = Math.max(SLOTS_MIN, Integer.highestOneBit(each + each / 2 + 1) * 2);
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

    private void grow(int part, int slots) {
        long[] before = parts[part];
        long[] after = new long[slots];
        for (long entry : before) {
            if (entry != 0) {
                place(after, (int) (entry >>> HASH_BITS), (int) entry);
            }
        }
        parts[part] = after;
        slotCount += slots - before.length;
    }

    private static void place(long[] slots, int hash, int numbered) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = (long) hash << HASH_BITS | (numbered & ROW_MASK);
    }

    private int hashOf(int row) {
        return Key.at(rows.chunk(row), rows.offset(row), keyWords).hashCode();
    }
}
