package io.windlass.kernel.table;

/** Finds the rows of one table by their keys. */
interface RowIndex {
    /** The index that a type asks for, over rows that are still to come. */
    static RowIndex of(RowType<?> type, Chunks rows) {
        return type.isNumbered() ? new NumberedIndex(rows) : new HashedIndex(rows, type.keyWords());
    }

    /** The row number of a key, or -1. */
    int find(Key key);

    /** Where the row of a key is if it is anywhere, or -1; the row is not read. */
    int likely(Key key);

    /** Brings near what {@link #find} reads first; the result means nothing. */
    long touch(Key key);

    /** Adds the key of a row that is not in the index yet. */
    void add(int row);

    /** Makes room for so many rows in all, so that loading them does not grow step by step. */
    void reserve(int count);

    /** Forgets all keys. */
    void clear();

    /** The memory held, in bytes. */
    long memoryBytes();
}
