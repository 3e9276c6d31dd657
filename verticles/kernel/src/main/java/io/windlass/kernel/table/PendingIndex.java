package io.windlass.kernel.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * The newest pending row of each key: an open-addressed table with linear probing, at most half
 * full, whose holes are closed when a row leaves (Knuth, The Art of Computer Programming 6.4,
 * algorithm R). Every decision looks here first; a map of nodes costs it two cache misses more.
 *
 * @param <R> the row
 */
final class PendingIndex<R> {
    private PendingRow<?>[] slots = new PendingRow<?>[1 << 8];
    private int count;

    /** The newest row of a key. */
    Optional<PendingRow<R>> find(Key key) {
        return count == 0 ? Optional.empty() : Optional.ofNullable(at(slot(key, key.hashCode())));
    }

    /** Puts a row in the place of the one before it. */
    void put(PendingRow<R> pending) {
        int slot = slot(pending.key, pending.hash);
        if (slots[slot] == null) {
            count++;
        }
        slots[slot] = pending;
        if (count * 2 > slots.length) {
            grow();
        }
    }

    /** Removes a row unless there is a newer one of its key. */
    void remove(PendingRow<R> pending) {
        int slot = slot(pending.key, pending.hash);
        if (slots[slot] == pending) {
            count--;
            close(slot);
        }
    }

    void clear() {
        Arrays.fill(slots, null);
        count = 0;
    }

    /** Where a key is, or the free slot where it would be. */
    private int slot(Key key, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != null && !(slots[slot].hash == hash && slots[slot].key.equals(key))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Moves rows that were pushed on by the one that has left, so that no probe ends early. */
    private void close(int free) {
        int mask = slots.length - 1;
        int hole = free;
        slots[hole] = null;
        for (int slot = (hole + 1) & mask; slots[slot] != null; slot = (slot + 1) & mask) {
            int home = slots[slot].hash & mask;
            if (((slot - home) & mask) >= ((slot - hole) & mask)) {
                slots[hole] = slots[slot];
                slots[slot] = null;
                hole = slot;
            }
        }
    }

    private void grow() {
        PendingRow<?>[] before = slots;
        slots = new PendingRow<?>[before.length * 2];
        for (PendingRow<?> pending : before) {
            if (pending != null) {
                slots[slot(pending.key, pending.hash)] = pending;
            }
        }
    }

    /** The cast holds: only rows of this table were put. */
    @SuppressWarnings("unchecked")
    private PendingRow<R> at(int slot) {
        return (PendingRow<R>) slots[slot];
    }
}
