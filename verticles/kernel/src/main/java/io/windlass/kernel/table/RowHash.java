package io.windlass.kernel.table;

import io.windlass.base.wire.Hashes;
import java.nio.charset.StandardCharsets;

/**
 * What a row adds to the digest of its table.
 *
 * <p>A multilinear hash: no step waits for the step before it. Another value of one word always
 * gives another hash, since its factor is odd and its fold can be undone.
 */
final class RowHash {
    private final int words;
    private final long seed;
    private final long[] factors;

    RowHash(RowType<?> type) {
        this.words = type.words();
        byte[] name = type.name().getBytes(StandardCharsets.UTF_8);
        this.seed = Hashes.hash64(name, 0, name.length);
        this.factors = factors();
    }

    long of(long[] chunk, int at) {
        long sum = seed;
        for (int word = 0; word < words; word++) {
            long value = chunk[at + word];
            sum += (value ^ value >>> 32) * factors[word];
        }
        return Hashes.mix(sum);
    }

    /** Odd ones, another for each word and table. */
    private long[] factors() {
        long[] each = new long[words];
        for (int word = 0; word < words; word++) {
            each[word] = Hashes.mix(seed + word) | 1;
        }
        return each;
    }
}
