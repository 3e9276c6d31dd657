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
    /** The table's name, unique in its partition, lower case with hyphens; never changed. */
    String name();

    /** How many words the key has, 1 to 4. */
    int keyWords();

    /** How many words a row has, the key included. */
    int words();

    /** The key of a row. */
    Key key(R row);

    /** Writes a row as {@link #words()} words from index {@code at}. */
    void write(R row, long[] words, int at);

    /** Reads back what {@link #write} wrote. */
    R read(long[] words, int at);
}
