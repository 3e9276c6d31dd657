package io.windlass.kernel.table;

/** Slots of an open-addressed table with linear probing: a hash of 32 bits above another number. */
final class Slots {
    private static final int HASH_BITS = 32;

    private Slots() {}

    /**
     * Empties a slot and moves entries there that were pushed on by the one that has left, so that
     * no probe ends early (Knuth, The Art of Computer Programming 6.4, algorithm R).
     */
    static void close(long[] slots, int free) {
        int mask = slots.length - 1;
        int hole = free;
        slots[hole] = 0;
        for (int slot = (hole + 1) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int home = (int) (slots[slot] >>> HASH_BITS) & mask;
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                slots[hole] = slots[slot];
                slots[slot] = 0;
                hole = slot;
            }
        }
    }
}
