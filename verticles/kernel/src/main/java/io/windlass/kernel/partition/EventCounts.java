package io.windlass.kernel.partition;

import java.util.Arrays;

/**
 * How many events of each type a frame has. Types are few, and those of one follow each other
 * mostly: that one costs a comparison and an addition.
 */
final class EventCounts {
    private static final int USUAL_TYPES = 4;

    private int[] types = new int[USUAL_TYPES];
    private int[] counts = new int[USUAL_TYPES];
    private int size;
    private int at;

    /** One more of a type. */
    void add(int type) {
        if (size == 0 || types[at] != type) {
            at = placeOf(type);
        }
        counts[at]++;
    }

    /** Tells an observer of each type, in the order in which they came first. */
    void tell(PartitionObserver observer) {
        for (int i = 0; i < size; i++) {
            observer.counted(types[i], counts[i]);
        }
    }

    private int placeOf(int type) {
        for (int i = 0; i < size; i++) {
            if (types[i] == type) {
                return i;
            }
        }
        if (size == types.length) {
            types = Arrays.copyOf(types, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        types[size] = type;
        return size++;
    }
}
