package io.windlass.kernel.table;

import java.nio.LongBuffer;

/**
 * One table of a partition: its committed rows, and what the leader has decided over them.
 *
 * @param <R> an immutable row
 */
interface Table<R> {
    /** The table that a type asks for. */
    static <R> Table<R> of(RowType<R> type) {
        if (type.isAgeing()) {
            return new AgeingTable<>(type);
        }
        return type.isAppendOnly() ? new AppendedTable<>(type) : new LayeredTable<>(type);
    }

    /** What it holds. */
    RowType<R> type();

    /** The rows as the leader decided them. */
    Rows<R> decided();

    /** The committed rows; written by followers and replay. */
    Rows<R> committed();

    /** Ends the open frame: what was decided since the last seal belongs to it. */
    void seal();

    /** Makes the oldest sealed frame's rows committed ones. */
    void commit();

    /** Forgets every uncommitted row. */
    void drop();

    /** The sum of the hashes of the committed rows. */
    long digest();

    /** The committed rows as they are now. */
    FrozenTable freeze();

    /** Makes room for so many rows in all. */
    void reserve(int rows);

    /** Adds committed rows that a part of a cut held. */
    void load(LongBuffer saved);

    /** Forgets all rows. */
    void clear();

    /** The memory held, in bytes. */
    long memoryBytes();
}
