package io.windlass.kernel.archive;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Rows in the order of the hashes of their keys, unsigned: put into buckets by the upper eight bits
 * in steps, and each bucket sorted when it is asked for first, so that no step is long.
 *
 * <p>The memory is used again for the next rows: arrays of this size, new for each file, are what a
 * collector makes an additional round for.
 *
 * <p>Within a bucket the upper bits of a hash and the number of a row are sorted as one word; the
 * rare rows whose upper bits are equal are put right behind that.
 */
final class SealedOrder {
    private static final int BUCKETS = 256;
    private static final int BUCKET_SHIFT = 56;

    /** So many rows are looked at in one step. */
    private static final int STEP = 1 << 12;

    private int count;
    private long rowMask;
    private long[] order = {};

    /** By row: what of its hash is not in the order. */
    private int[] lower = {};

    /** At first how many rows a bucket has, then where its next row goes. */
    private final int[] ends = new int[BUCKETS];

    private int counted;
    private int placed;
    private int sorted;
    private int sortedBuckets;

    /**
     * Forgets the rows before. Of so many others nothing is ordered before {@link #step} says so.
     */
    void begin(int rows) {
        count = rows;
        rowMask = (Long.highestOneBit(rows) << 1) - 1;
        if (order.length < rows) {
            order = new long[rows];
            lower = new int[rows];
        }
        Arrays.fill(ends, 0);
        counted = 0;
        placed = 0;
        sorted = 0;
        sortedBuckets = 0;
    }

    /** Looks at the next of these rows; false when nothing is left to do. */
    boolean step(RowsToSeal rows) {
        if (counted < count) {
            count(rows, Math.min(counted + STEP, count));
            return true;
        }
        place(rows, Math.min(placed + STEP, count));
        return placed < count;
    }

    /** The row at a place. */
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
        int row = row(place);
        return upper(place) | lower[row];
    }

    private void count(RowsToSeal rows, int to) {
        for (; counted < to; counted++) {
            long hash = rows.hash(counted);
            lower[counted] = (int) (hash & rowMask);
            ends[bucket(hash)]++;
        }
        if (counted == count) {
            int from = 0;
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                int inBucket = ends[bucket];
                ends[bucket] = from;
                from += inBucket;
            }
        }
    }

    private void place(RowsToSeal rows, int to) {
        for (; placed < to; placed++) {
            long hash = rows.hash(placed);
            order[ends[bucket(hash)]++] = (hash & ~rowMask) | placed;
        }
    }

    private static int bucket(long hash) {
        return (int) (hash >>> BUCKET_SHIFT);
    }

    /** The words of a bucket have the same sign. */
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
                            .sorted(Comparator.comparingInt(this::lower))
                            .mapToLong(Long::longValue)
                            .toArray();
            System.arraycopy(right, 0, order, from, right.length);
        }
    }

    private long upper(int place) {
        return order[place] & ~rowMask;
    }

    private int lower(long entry) {
        return lower[(int) (entry & rowMask)];
    }
}
