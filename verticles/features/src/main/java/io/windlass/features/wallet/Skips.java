package io.windlass.features.wallet;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;

/**
 * The sequences of the newest events at which an account's version was a multiple of 64, of 64^2
 * and of 64^3; 0 for none.
 *
 * <pre>
 *   version   ... 4096 --63 steps-- 4160 --63 steps-- 4224 ... 4230 (row)
 *   by 1              &lt;------------------------------------------
 *   by 64         &lt;----------------&lt;-----------------  row.by64
 *   by 4096       &lt;------------------------------------ row.by4096
 * </pre>
 *
 * <p>A walk to an older version enters at the row's link of the highest level that does not lie
 * before it and goes down a level when the next step would pass it: at most 63 steps on each of the
 * lower levels.
 */
record Skips(long by64, long by4096, long by262144) {
    static final Skips NONE = new Skips(0, 0, 0);
    static final int WORDS = 3;
    private static final int BITS = 6;
    private static final int LEVELS = 3;

    /** How many levels an event with this version after it has links on, 0 to 3. */
    static int levels(long version) {
        return Math.min(Long.numberOfTrailingZeros(version) / BITS, LEVELS);
    }

    /** The links an event names: those of its own levels, the others 0. */
    Skips named(int levels) {
        if (levels == 0) {
            return NONE;
        }
        return new Skips(by64, levels > 1 ? by4096 : 0, levels > 2 ? by262144 : 0);
    }

    /** The links after an event at {@code sequence} has made the account this version. */
    Skips after(long version, long sequence) {
        int levels = levels(version);
        return new Skips(
                levels > 0 ? sequence : by64,
                levels > 1 ? sequence : by4096,
                levels > 2 ? sequence : by262144);
    }

    void write(Sink sink, int levels) {
        if (levels > 0) {
            sink.u64(by64);
        }
        if (levels > 1) {
            sink.u64(by4096);
        }
        if (levels > 2) {
            sink.u64(by262144);
        }
    }

    static Skips read(Source source, int levels) {
        long by64 = levels > 0 ? source.u64() : 0;
        long by4096 = levels > 1 ? source.u64() : 0;
        return new Skips(by64, by4096, levels > 2 ? source.u64() : 0);
    }
}
