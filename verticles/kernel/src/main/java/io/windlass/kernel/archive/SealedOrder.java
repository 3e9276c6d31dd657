package io.windlass.kernel.archive;

import java.util.Arrays;
import java.util.Comparator;

/** Rows in the order of the hashes of their keys, unsigned. */
final class SealedOrder {
    private final RowsToSeal rows;
    private final long rowMask;
    private final long[] order;

    /**
     * The upper bits of a hash and the number of a row are sorted as one word; the rare rows whose
     * upper bits are equal are put right behind that.
     */
    SealedOrder(RowsToSeal rows, int count) {
        this.rows = rows;
        this.rowMask = (Long.highestOneBit(count) << 1) - 1;
        this.order = new long[count];
        for (int row = 0; row < count; row++) {
            order[row] = flipped((rows.hash(row) & ~rowMask) | row);
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
        return rows.hash(row(place));
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
        return rows.hash((int) (entry & rowMask)) & rowMask;
    }

    /** Words are sorted as signed ones. */
    private static long flipped(long entry) {
        return entry ^ Long.MIN_VALUE;
    }
}
