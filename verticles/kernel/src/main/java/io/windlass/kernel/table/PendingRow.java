package io.windlass.kernel.table;

/**
 * A decided row with the frame that put it: a later frame may put an equal row once more.
 *
 * @param <R> the row
 */
final class PendingRow<R> {
    final Key key;
    final int hash;
    final long frame;

    /** Whether there was no row with its key before, committed or decided. */
    final boolean isNew;

    /** Replaced when the same frame puts the row again. */
    R row;

    PendingRow(Key key, long frame, boolean isNew, R row) {
        this.key = key;
        this.hash = key.hashCode();
        this.frame = frame;
        this.isNew = isNew;
        this.row = row;
    }
}
