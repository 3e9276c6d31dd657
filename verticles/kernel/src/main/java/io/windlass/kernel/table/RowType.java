package io.windlass.kernel.table;

/**
 * What a table holds: its name and how a row becomes words.
 *
 * <p>The first {@link #keyWords()} words of a row are its key. The layout is part of the snapshot
 * and digest format: it changes only with the state format.
 *
 * @param <R> an immutable row
 */
public interface RowType<R> {
    /** How many bits of a key are its row's number where {@link #isNumbered} says so. */
    int NUMBER_BITS = 52;

    /** The table's name, unique in its partition, lower case with hyphens; never changed. */
    String name();

    /** How many words the key has, 1 to 4. */
    int keyWords();

    /**
     * Whether the key is one word whose lowest {@link #NUMBER_BITS} bits are the row's number,
     * counted from 1 in the order in which rows come: such a row is found without a search.
     */
    default boolean isNumbered() {
        return false;
    }

    /**
     * Whether a row comes once and never changes: it is only ever added, under a key that nothing
     * had before.
     */
    default boolean isAppendOnly() {
        return false;
    }

    /**
     * Which word of a row is the sequence of the event that put it, where the table is
     * <em>ageing</em>; 0 where it is not.
     *
     * <p>Such a table is append-only and takes at most one row of an event. The oldest rows leave
     * memory for files, so whoever asks for a row names its key beforehand, see {@link Rows#need}.
     */
    default int sequenceWord() {
        return 0;
    }

    /** Whether the oldest rows leave memory. */
    default boolean isAgeing() {
        return sequenceWord() > 0;
    }

    /** How many words a row has, the key included. */
    int words();

    /** Writes a row as {@link #words()} words from index {@code at}. */
    void write(R row, long[] words, int at);

    /** Reads back what {@link #write} wrote. */
    R read(long[] words, int at);
}
