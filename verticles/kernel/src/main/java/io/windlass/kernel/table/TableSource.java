package io.windlass.kernel.table;

/** Where a feature's state gets its tables from; whoever hands it out decides what is seen. */
public interface TableSource {
    /** The rows of the table of this type. */
    <R> Rows<R> rows(RowType<R> type);

    /** The byte store of the partition. */
    ByteStore bytes();
}
