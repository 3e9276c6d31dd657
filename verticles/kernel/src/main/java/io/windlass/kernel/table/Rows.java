package io.windlass.kernel.table;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of one table as one reader sees them: decided or committed. Used on the partition's loop
 * only.
 *
 * @param <R> an immutable row
 */
public interface Rows<R> {
    /** The row with this key. */
    Optional<R> find(Key key);

    /** Whether there is a row with this key. */
    default boolean contains(Key key) {
        return find(key).isPresent();
    }

    /**
     * One word of the row with a key of one word, which is there: all of a row costs more than its
     * parts.
     */
    long word(long key, int index);

    /** One word of the row with a key, or another value if there is no such row. */
    long word(Key key, int index, long otherwise);

    /**
     * Copies the row with a key of one word into a cursor; false, and nothing, if there is none.
     */
    boolean seek(long key, RowCursor cursor);

    /** Inserts a row or replaces the one with its key. Called by events only. */
    void put(R row);

    /** Inserts a row whose key is known to be nowhere. Called by events only. */
    default void add(R row) {
        put(row);
    }

    /** Changes the row with a key of one word, which is there. Called by events only. */
    void change(long key, RowChange change);

    /** How many rows there are, in memory or not. */
    long count();

    /**
     * Every committed row in memory, in order of first insertion. For views that rebuild
     * themselves.
     */
    void forEach(Consumer<R> reader);

    /** Brings the way to a key near the processor; the result means nothing. */
    default long touch(Key key) {
        return 0;
    }

    /**
     * Names a key that will be asked for, and brings the way to it near the processor; the result
     * means nothing. Where the table is ageing, whoever has not named a key must not ask for it:
     * its row may have to be fetched from a file.
     */
    default long need(Key key) {
        return touch(key);
    }

    /** Brings the row with a key of one word near the processor; the result means nothing. */
    default long touchRow(long key) {
        return 0;
    }
}
