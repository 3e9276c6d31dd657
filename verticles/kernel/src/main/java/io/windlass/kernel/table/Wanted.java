package io.windlass.kernel.table;

import java.util.function.LongUnaryOperator;

/**
 * Places that will be read soon, gathered until they can be touched together: a processor waits for
 * several of them at once, but only if hardly any other instruction lies between them.
 */
final class Wanted {
    private static final int COUNT = 8;

    private final long[] places = new long[COUNT];
    private int count;

    /** Adds a place; true if it is time to {@link #touch} them. */
    boolean add(long place) {
        places[count++] = place;
        return count == COUNT;
    }

    /** Reads all of them; the sum means nothing. */
    long touch(LongUnaryOperator reader) {
        count = 0;
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += reader.applyAsLong(places[i]);
        }
        return sum;
    }

    /** Reads what leads to them, then all of them. */
    long touch(LongUnaryOperator way, LongUnaryOperator reader) {
        return touch(way) ^ touch(reader);
    }
}
