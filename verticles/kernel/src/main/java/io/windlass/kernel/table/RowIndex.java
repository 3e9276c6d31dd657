package io.windlass.kernel.table;

/**
 * Finds the rows of one table by their keys.
 *
 * <p>A key comes as its four words: an object for it would be made for each of millions of calls a
 * second.
 */
interface RowIndex {
    /** The index that a type asks for, over rows that are still to come. */
    static RowIndex of(RowType<?> type, Chunks rows) {
        return type.isNumbered() ? new NumberedIndex(rows) : new HashedIndex(rows, type.keyWords());
    }

    /** The row number of a key, or -1. */
    int find(long first, long second, long third, long fourth);

    /** Where the row of a key is if it is anywhere, or -1; the row is not read. */
    int likely(long first, long second, long third, long fourth);

    /** Reads what {@link #find} of a key with this hash reads first; the result means nothing. */
    long near(long hash);

    /** The row number of a key, or -1 after it has been added as that of {@code row}. */
    int findOrAdd(long first, long second, long third, long fourth, int row);

    /** Adds the key of a row that is not in the index yet. */
    void add(int row);

    /** Makes room for so many rows in all, so that loading them does not grow step by step. */
    void reserve(int count);

    /** Forgets all keys. */
    void clear();

    /** The memory held, in bytes. */
    long memoryBytes();
}
