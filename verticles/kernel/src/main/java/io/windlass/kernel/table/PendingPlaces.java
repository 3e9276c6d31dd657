package io.windlass.kernel.table;

/**
 * Where the newest pending row of each key is; see {@link PendingRows} for what a place is. A key
 * comes as its four words or as the row that begins with it.
 */
interface PendingPlaces {
    /** The places that fit the keys of a type. */
    static PendingPlaces of(RowType<?> type, PendingRows rows) {
        return type.isNumbered()
                ? new NumberedPlaces(rows)
                : new HashedPlaces(rows, type.keyWords());
    }

    /** The place of a key's newest row, or 0. */
    int find(long first, long second, long third, long fourth);

    /** The place of the newest row with the key of the row at {@code at}, or 0. */
    int find(long[] row, int at);

    /** Reads what {@link #find} of a key with this hash reads first; the result means nothing. */
    long near(long hash);

    /** Reads what {@link #find} of a key of one word reads first; the result means nothing. */
    long nearNumber(long key);

    /** Puts the place of the row at {@code at} in that of the one before it. */
    void put(long[] row, int at, int place);

    /**
     * The row at {@code at} has left its place: {@link #find} does not return it any more, but may
     * one that a newer row of its key has.
     */
    void remove(long[] row, int at, int place);

    /** Forgets all places. */
    void clear();
}
