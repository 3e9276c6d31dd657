package io.windlass.kernel.table;

/**
 * Finds the row of a key: an open-addressed table with linear probing, at most half full.
 *
 * <pre>
 *   slot  upper 32 bits: hash of the key      lower 32 bits: row number + 1, 0 if the slot is free
 * </pre>
 *
 * <p>Keys are compared in the rows themselves, but only where the hash is the same: most rows that
 * are not meant stay out of the processor's cache, and growing needs no rows at all.
 */
final class RowIndex {
    private static final long LOW = 0xFFFF_FFFFL;

    private final Chunks rows;
    private final int keyWords;
    private long[] slots = new long[1 << 8];

    RowIndex(Chunks rows, int keyWords) {
        this.rows = rows;
        this.keyWords = keyWords;
    }

    /** The row number of a key, or -1. */
    int find(Key key) {
        int mask = slots.length - 1;
        int hash = key.hashCode();
        for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if ((int) (slots[slot] >>> 32) == hash) {
                int row = (int) (slots[slot] & LOW) - 1;
                if (matches(key, rows.chunk(row), rows.offset(row))) {
                    return row;
                }
            }
        }
        return -1;
    }

    /** Adds the key of a row that is not in the index yet. */
    void add(Key key, int row) {
        if (rows.count() * 2L > slots.length) {
            grow();
        }
        place((long) key.hashCode() << 32 | (row + 1));
    }

    private boolean matches(Key key, long[] chunk, int at) {
        return chunk[at] == key.first()
                && (keyWords < 2 || chunk[at + 1] == key.second())
                && (keyWords < 3 || chunk[at + 2] == key.third())
                && (keyWords < 4 || chunk[at + 3] == key.fourth());
    }

    private void place(long entry) {
        int mask = slots.length - 1;
        int slot = (int) (entry >>> 32) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = entry;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        for (long entry : before) {
            if (entry != 0) {
                place(entry);
            }
        }
    }
}
