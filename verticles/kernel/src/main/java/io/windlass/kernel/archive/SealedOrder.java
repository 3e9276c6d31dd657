package io.windlass.kernel.archive;

import java.util.Arrays;
import java.util.Comparator;

/** Rows in the order of the hashes of their keys, unsigned. */
final class SealedOrder {
    private static final int BUCKET_BITS = 10;

    private final long rowMask;
    private final long[] order;

    /** By row: what of its hash is not in the order. */
    private final int[] lower;

    /**
     * The upper bits of a hash and the number of a row are sorted as one word; the rare rows whose
     * upper bits are equal are put right behind that. They are dealt to buckets by their first bits
     * before: a bucket is sorted within the nearest cache.
     */
    SealedOrder(RowsToSeal rows, int count) {
        this.rowMask = (Long.highestOneBit(count) << 1) - 1;
        this.order = new long[count];
        this.lower = new int[count];
        sort(entries(rows, count));
        int from = 0;
        for (int to = 1; to <= count; to++) {
            if (to == count || upper(to) != upper(from)) {
                putRight(from, to);
                from = to;
            }
        }
    }

    private long[] entries(RowsToSeal rows, int count) {
        long[] entries = new long[count];
        for (int row = 0; row < count; row++) {
            long hash = rows.hash(row);
            entries[row] = (hash & ~rowMask) | row;
            lower[row] = (int) (hash & rowMask);
        }
        return entries;
    }

    private void sort(long[] entries) {
        int[] ends = new int[1 << BUCKET_BITS];
        for (long entry : entries) {
            ends[bucket(entry)]++;
        }
        for (int bucket = 1; bucket < ends.length; bucket++) {
            ends[bucket] += ends[bucket - 1];
        }
        for (int i = entries.length - 1; i >= 0; i--) {
            int bucket = bucket(entries[i]);
            ends[bucket]--;
            order[ends[bucket]] = entries[i];
        }
        // What were ends are beginnings now; within a bucket all have the same sign.
        for (int bucket = 0; bucket < ends.length; bucket++) {
            int end = bucket + 1 < ends.length ? ends[bucket + 1] : order.length;
            Arrays.sort(order, ends[bucket], end);
        }
    }

    private static int bucket(long entry) {
        return (int) (entry >>> (Long.SIZE - BUCKET_BITS));
    }

    /** The row at a place. */
    int row(int place) {
        return (int) (order[place] & rowMask);
    }

    /** The hash at a place. */
    long hash(int place) {
        return upper(place) | lower[row(place)];
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
}
