package io.windlass.kernel.table;

import java.util.Arrays;

/**
 * Finds the row of a key: an open-addressed table of row numbers with linear probing, at most half
 * full. Keys are compared in the rows themselves.
 */
final class RowIndex {
    private final Chunks rows;
    private final int keyWords;
    private int[] slots = new int[1 << 8];

    RowIndex(Chunks rows, int keyWords) {
        this.rows = rows;
        this.keyWords = keyWords;
    }

    /** The row number of a key, or -1. */
    int find(Key key) {
        int mask = slots.length - 1;
        for (int slot = key.hashCode() & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int row = slots[slot] - 1;
            if (matches(key, rows.chunk(row), rows.offset(row))) {
                return row;
            }
        }
        return -1;
    }

    /** Adds the key of a row that is not in the index yet. */
    void add(Key key, int row) {
        if (rows.count() * 2L > slots.length) {
            grow();
        }
        place(key, row);
    }

    private boolean matches(Key key, long[] chunk, int at) {
        return chunk[at] == key.first()
                && (keyWords < 2 || chunk[at + 1] == key.second())
                && (keyWords < 3 || chunk[at + 2] == key.third())
                && (keyWords < 4 || chunk[at + 3] == key.fourth());
    }

    private void place(Key key, int row) {
        int mask = slots.length - 1;
        int slot = key.hashCode() & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = row + 1;
    }

    private void grow() {
        int[] before = slots;
        slots = new int[before.length * 2];
        for (int numbered : Arrays.stream(before).filter(slot -> slot != 0).toArray()) {
            place(keyOf(numbered - 1), numbered - 1);
        }
    }

    private Key keyOf(int row) {
        long[] chunk = rows.chunk(row);
        int at = rows.offset(row);
        return new Key(
                chunk[at],
                keyWords < 2 ? 0 : chunk[at + 1],
                keyWords < 3 ? 0 : chunk[at + 2],
                keyWords < 4 ? 0 : chunk[at + 3]);
    }
}
