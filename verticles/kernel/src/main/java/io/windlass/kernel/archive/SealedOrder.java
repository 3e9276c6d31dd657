package io.windlass.kernel.archive;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Rows in the order of the hashes of their keys, unsigned: put into buckets by the upper eight bits
 * in steps, and each bucket sorted when it is asked for first.
 *
 * <p>Within a bucket the upper bits of a hash and the number of a row are sorted as one word; the
 * rare rows whose upper bits are equal are put right behind that.
 */
final class SealedOrder {
    private static final int BUCKETS = 256;
    private static final int BUCKET_SHIFT = 56;

    /** So many rows are looked at in one step. */
    private static final int STEP = 1 << 16;

    private final RowsToSeal rows;
    private final long rowMask;
    private final long[] order;

    /** Where each bucket ends: first how many rows it has, then the next free place in it. */
    private final int[] ends = new int[BUCKETS];

    private int counted;
    private int placed;
    private int sorted;
    private int sortedBuckets;

    SealedOrder(RowsToSeal rows, int count) {
        this.rows = rows;
        this.rowMask = (Long.highestOneBit(count) << 1) - 1;
        this.order = new long[count];
    }

    /** Looks at the next rows; false when there is nothing left to do. */
    boolean step() {
        if (counted < order.length) {
            int to = Math.min(counted + STEP, order.length);
            for (; counted < to; counted++) {
                ends[bucket(rows.hash(counted))]++;
            }
            if (counted == order.length) {
                begin();
            }
            return true;
        }
        int to = Math.min(placed + STEP, order.length);
        for (; placed < to; placed++) {
            long hash = rows.hash(placed);
            order[ends[bucket(hash)]++] = hash & ~rowMask | placed;
        }
        return placed < order.length;
    }

    /** The row at a place; places are asked for in order at first. */
    int row(int place) {
        while (sorted <= place) {
            int end = ends[sortedBuckets++];
            sort(sorted, end);
            sorted = end;
        }
        return (int) (order[place] & rowMask);
    }

    /** The hash at a place. */
    long hash(int place) {
        return rows.hash(row(place));
    }

    /** From how many rows the buckets have to where each begins. */
    private void begin() {
        int from = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int count = ends[bucket];
            ends[bucket] = from;
            from += count;
        }
    }

    private static int bucket(long hash) {
        return (int) (hash >>> BUCKET_SHIFT);
    }

    /** All of a bucket have the same sign. */
    private void sort(int begin, int end) {
        Arrays.sort(order, begin, end);
        int from = begin;
        for (int to = begin + 1; to <= end; to++) {
            if (to == end || upper(to) != upper(from)) {
                putRight(from, to);
                from = to;
            }
        }
    }

    private void putRight(int from, int to) {
        if (to - from > 1) {
            long[] right =
                    Arrays.stream(order, from, to)
                            .boxed()
                            .sorted(Comparator.comparingLong(this::lower))
                            .mapToLong(Long::longValue)
                            .toArray();
            System.arraycopy(right, 0, order, from, right.length);
        }
    }

    private long upper(int place) {
        return order[place] & ~rowMask;
    }

    private long lower(long entry) {
        return rows.hash((int) (entry & rowMask)) & rowMask;
    }
}
