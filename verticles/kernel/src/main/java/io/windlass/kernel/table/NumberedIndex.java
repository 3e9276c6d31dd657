package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;

/**
 * Finds rows whose keys say where they are, see {@link RowType#isNumbered}: without a search and
 * without memory of its own.
 */
final class NumberedIndex implements RowIndex {
    private static final long NUMBER_MASK = (1L << RowType.NUMBER_BITS) - 1;

    private final Chunks rows;

    NumberedIndex(Chunks rows) {
        this.rows = rows;
    }

    @Override
    public int find(Key key) {
        int row = likely(key);
        return row >= 0 && first(row) == key.first() ? row : -1;
    }

    @Override
    public int likely(Key key) {
        long row = numbered(key.first());
        return row >= 0 && row < rows.count() ? (int) row : -1;
    }

    /** There is nothing on the way to the row. */
    @Override
    public long touch(Key key) {
        return 0;
    }

    @Override
    public void add(int row) {
        Invariant.hold(numbered(first(row)) == row, "a row does not stand where its key says");
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
