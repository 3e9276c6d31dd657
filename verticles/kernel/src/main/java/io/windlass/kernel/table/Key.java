package io.windlass.kernel.table;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Id128;

/**
 * The key of a row: one to four 64-bit words, unused ones 0.
 *
 * @param first the first word
 * @param second the second word
 * @param third the third word
 * @param fourth the fourth word
 */
public record Key(long first, long second, long third, long fourth) {
    /** A key of one word. */
    public static Key of(long word) {
        return new Key(word, 0, 0, 0);
    }

    /** A key of two words. */
    public static Key of(Id128 id) {
        return new Key(id.high(), id.low(), 0, 0);
    }

    /** A key of four words: an identifier within the scope of another. */
    public static Key of(Id128 scope, Id128 id) {
        return new Key(scope.high(), scope.low(), id.high(), id.low());
    }

    /** Whether a row begins with a key of so many words. */
    static boolean isAt(
            long first, long second, long third, long fourth, long[] row, int at, int keyWords) {
        return row[at] == first
                && (keyWords < 2 || row[at + 1] == second)
                && (keyWords < 3 || row[at + 2] == third)
                && (keyWords < 4 || row[at + 3] == fourth);
    }

    /** The hash of the key of a row that begins with so many words of it. */
    static int hashAt(long[] row, int at, int keyWords) {
        return hash(
                row[at],
                word(row, at, keyWords, 1),
                word(row, at, keyWords, 2),
                word(row, at, keyWords, 3));
    }

    /** The same of all 64 bits. */
    static long hash64At(long[] row, int at, int keyWords) {
        return hash64(
                row[at],
                word(row, at, keyWords, 1),
                word(row, at, keyWords, 2),
                word(row, at, keyWords, 3));
    }

    /** A word of the key of a row that begins with so many words of it, 0 behind the last. */
    static long word(long[] row, int at, int keyWords, int word) {
        return word < keyWords ? row[at + word] : 0;
    }

    /** Like the record's own, which costs several times as much: keys are compared all the time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Key key
                && first == key.first
                && second == key.second
                && third == key.third
                && fourth == key.fourth;
    }

    @Override
    public int hashCode() {
        return hash(first, second, third, fourth);
    }

    /** The hash of a key as its four words: the upper half of {@link #hash64}. */
    static int hash(long first, long second, long third, long fourth) {
        return (int) (hash64(first, second, third, fourth) >>> 32);
    }

    /** The hash by which a key is known to filters and sealed files: never changed. */
    static long hash64(long first, long second, long third, long fourth) {
        long mixed = first * 0x9e3779b97f4a7c15L + Long.rotateLeft(second, 21);
        mixed = mixed * 0x9e3779b97f4a7c15L + Long.rotateLeft(third, 42);
        mixed = mixed * 0x9e3779b97f4a7c15L + fourth;
        return Hashes.mix(mixed);
    }
}
