package io.windlass.kernel.table;

/**
 * A change of a row's words in place: for what happens so often that making rows costs too much.
 */
public interface RowChange {
    /** Changes the row that begins at {@code at}; its key stays. */
    void apply(long[] words, int at);
}
