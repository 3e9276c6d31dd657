package io.windlass.kernel.table;

/**
 * A key that may be that of a row in a file.
 *
 * @param table the table asked for it
 * @param hash of the key, as files have it
 * @param key the key
 */
public record Doubt(String table, long hash, Key key) {
    /** The key as words, unused ones 0. */
    public long[] words() {
        return new long[] {key.first(), key.second(), key.third(), key.fourth()};
    }
}
