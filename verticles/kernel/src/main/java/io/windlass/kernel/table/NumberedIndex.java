package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;

/**
 * Finds rows whose keys say where they are, see {@link RowType#isNumbered}: without a search and
 * without memory of its own.
 */
final class NumberedIndex implements RowIndex {
    private static final String STRAY = "a row does not stand where its key says";
    private static final long NUMBER_MASK = (1L << RowType.NUMBER_BITS) - 1;

    private final Chunks rows;

    NumberedIndex(Chunks rows) {
        this.rows = rows;
    }

    @Override
    public int find(long first, long second, long third, long fourth) {
        int row = likely(first, second, third, fourth);
        return row >= 0 && first(row) == first ? row : -1;
    }

    /** {@link #find} knows of the row once it is there. */
    @Override
    public int findOrAdd(long first, long second, long third, long fourth, int row) {
        int found = find(first, second, third, fourth);
        Invariant.hold(found >= 0 || numbered(first) == row, STRAY);
        return found;
    }

    @Override
    public int likely(long first, long second, long third, long fourth) {
        long row = numbered(first);
        return row >= 0 && row < rows.count() ? (int) row : -1;
    }

    /** There is nothing on the way to the row. */
    @Override
    public long near(long hash) {
        return 0;
    }

    @Override
    public void add(int row) {
        Invariant.hold(numbered(first(row)) == row, STRAY);
    }

    /** The rows are all there is. */
    @Override
    public void reserve(int count) {}

    /** The rows are all there is. */
    @Override
    public void clear() {}

    @Override
    public long memoryBytes() {
        return 0;
    }

    private static long numbered(long word) {
        return (word & NUMBER_MASK) - 1;
    }

    private long first(int row) {
        return rows.chunk(row)[rows.offset(row)];
    }
}
