package io.windlass.kernel.archive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongConsumer;

/** Rows in the order of the hashes of their keys, unsigned. */
final class SealedOrder {
    private final long rowMask;
    private final long[] order;

    /** By row: what of its hash is not in the order. */
    private final int[] lower;

    /**
     * The upper bits of a hash and the number of a row are sorted as one word; the rare rows whose
     * upper bits are equal are put right behind that.
     *
     * @param known told of each hash
     */
    SealedOrder(RowsToSeal rows, int count, LongConsumer known) {
        this.rowMask = (Long.highestOneBit(count) << 1) - 1;
        this.order = new long[count];
        this.lower = new int[count];
        for (int row = 0; row < count; row++) {
            long hash = rows.hash(row);
            order[row] = flipped(hash & ~rowMask | row);
            lower[row] = (int) (hash & rowMask);
            known.accept(hash);
        }
        Arrays.sort(order);
        int from = 0;
        for (int to = 1; to <= count; to++) {
            if (to == count || upper(to) != upper(from)) {
                putRight(from, to);
                from = to;
            }
        }
    }

    /** The row at a place. */
    int row(int place) {
        return (int) (order[place] & rowMask);
    }

    /** The hash at a place. */
    long hash(int place) {
        return flipped(upper(place)) | lower[row(place)];
    }

    private void putRight(int from, int to) {
        if (to - from > 1) {
            long[] sorted =
                    Arrays.stream(order, from, to)
                            .boxed()
                            .sorted(Comparator.comparingLong(this::lower))
                            .mapToLong(Long::longValue)
                            .toArray();
            System.arraycopy(sorted, 0, order, from, sorted.length);
        }
    }

    private long upper(int place) {
        return order[place] & ~rowMask;
    }

    private long lower(long entry) {
        return lower[(int) (entry & rowMask)];
    }

    /** Words are sorted as signed ones. */
    private static long flipped(long entry) {
        return entry ^ Long.MIN_VALUE;
    }
}
