package io.windlass.kernel.archive;

import io.windlass.base.wire.Hashes;
import java.nio.LongBuffer;
import java.util.function.LongUnaryOperator;

/**
 * Rows with a key of two words and a word behind it, made of their numbers.
 *
 * @param first the number of the first
 * @param count how many
 * @param hashing makes a key's first word its hash
 */
record SampleRows(long first, int count, LongUnaryOperator hashing) implements RowsToSeal {
    static final String TABLE = "samples";
    private static final Shape SHAPE = new Shape(TABLE, 2, 3);

    static SampleRows of(long first, int count) {
        return new SampleRows(first, count, Hashes::mix);
    }

    static long[] key(long number) {
        return new long[] {number, ~number};
    }

    @Override
    public Holding holding() {
        return new Holding(SHAPE, count, first, first + count - 1, first * 31 + count);
    }

    @Override
    public long hash(int row) {
        return hashing.applyAsLong(first + row);
    }

    @Override
    public long touch(int row) {
        return row;
    }

    @Override
    public void copy(int row, LongBuffer target) {
        target.put(key(first + row)).put(value(first + row));
    }

    static long value(long number) {
        return number * 7;
    }
}
