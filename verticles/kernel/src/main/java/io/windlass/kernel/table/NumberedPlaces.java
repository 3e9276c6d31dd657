package io.windlass.kernel.table;

import java.util.Arrays;

/**
 * The places of rows whose keys say where they stand, see {@link RowType#isNumbered}: found without
 * a search.
 */
final class NumberedPlaces implements PendingPlaces {
    private static final long NUMBER_MASK = (1L << RowType.NUMBER_BITS) - 1;
    private static final int SIZE_MIN = 1 << 10;

    private final PendingRows rows;
    private int[] places = new int[SIZE_MIN];

    NumberedPlaces(PendingRows rows) {
        this.rows = rows;
    }

    /**
     * Another key may have the same number, since keys come from clients. A place that was left
     * behind has no frame, or a later one, which has no row of this key there: it would have put
     * its place.
     */
    @Override
    public int find(long first, long second, long third, long fourth) {
        long number = first & NUMBER_MASK;
        int place = number < places.length ? places[(int) number] : 0;
        return place != 0 && rows.matches(place, first, second, third, fourth) ? place : 0;
    }

    @Override
    public int find(long[] row, int at) {
        return find(row[at], 0, 0, 0);
    }

    /** They are touched with their rows. */
    @Override
    public long near(long hash) {
        return 0;
    }

    @Override
    public long nearNumber(long key) {
        long number = key & NUMBER_MASK;
        return number < places.length ? places[(int) number] : 0;
    }

    @Override
    public void put(long[] row, int at, int place) {
        int number = (int) (row[at] & NUMBER_MASK);
        if (number >= places.length) {
            places = Arrays.copyOf(places, Math.max(places.length * 2, number + 1));
        }
        places[number] = place;
    }

    /** Places are left behind, see {@link #find}: each would be a wait for memory. */
    @Override
    public void remove(long[] row, int at, int place) {}

    @Override
    public void clear() {
        Arrays.fill(places, 0);
    }
}
