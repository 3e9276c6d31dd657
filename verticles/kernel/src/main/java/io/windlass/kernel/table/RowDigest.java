package io.windlass.kernel.table;

import io.windlass.base.wire.Hashes;
import java.nio.charset.StandardCharsets;

/**
 * The hash of a table's rows, of which the digest of the table is the sum (mod 2^64): free of
 * order, so it is kept by adding what a change makes of it.
 *
 * <p>A weighted sum of a row's words, weighted by its key: a change costs no more than the words
 * that changed, another value of one word always gives another hash (all weights are odd), and
 * nothing evens out between words or rows.
 */
final class RowDigest {
    private final int words;
    private final int keyWords;
    private final long seed;
    private final long[] factors;

    RowDigest(RowType<?> type) {
        this.words = type.words();
        this.keyWords = type.keyWords();
        byte[] name = type.name().getBytes(StandardCharsets.UTF_8);
        this.seed = Hashes.hash64(name, 0, name.length);
        this.factors = new long[words];
        for (int word = 0; word < words; word++) {
            factors[word] = Hashes.mix(seed + word) | 1;
        }
    }

    /** The hash of a row that is there as words. */
    long of(long[] row, int at) {
        return sum(row, at) * weight(row, at);
    }

    /** The weighted sum of a row's words, which its key does not weigh yet. */
    long sum(long[] row, int at) {
        long sum = seed;
        for (int word = 0; word < words; word++) {
            sum += fold(row[at + word]) * factors[word];
        }
        return sum;
    }

    /** What a row adds to the hash of one with its key and such a sum. */
    long change(long sumBefore, long[] row, int at) {
        return (sum(row, at) - sumBefore) * weight(row, at);
    }

    /** Makes a row equal to another with its key; returns what that adds to its hash. */
    long replace(long[] row, int at, long[] next, int from) {
        long change = 0;
        for (int word = 0; word < words; word++) {
            long before = row[at + word];
            long after = next[from + word];
            if (before != after) {
                change += (fold(after) - fold(before)) * factors[word];
                row[at + word] = after;
            }
        }
        return change * weight(row, at);
    }

    /** Lets the high bits of a word reach all bits of its product. */
    private static long fold(long value) {
        return value ^ value >>> 32;
    }

    /** Odd, another one for each key. */
    private long weight(long[] row, int at) {
        return Hashes.mix(seed ^ Key.hash64At(row, at, keyWords)) | 1;
    }
}
