package io.windlass.server.simulation;

import io.windlass.base.wire.LittleEndian;

/**
 * The result of one packed transfer, read by this reader alone.
 *
 * @param index which command of the batch it is about
 * @param code what became of it
 * @param flags 1 replayed, 4 and 8 the balances are there
 * @param position partition and sequence
 */
record Told(
        int index,
        int code,
        int flags,
        Place position,
        long timeNanos,
        long fromBalance,
        long toBalance) {
    private static final int BYTES = 48;
    private static final int REPLAYED = 1;
    private static final int BALANCES = 4 | 8;
    private static final int UNAVAILABLE_FIRST = 16;
    private static final int UNAVAILABLE_LAST = 21;

    /** Where something is logged; zeros if it is not. */
    record Place(int partition, long sequence) {
        static final Place NOWHERE = new Place(0, 0);
    }

    static Told read(byte[] results, int index) {
        int at = index * BYTES;
        return new Told(
                LittleEndian.u32(results, at),
                LittleEndian.u16(results, at + 4),
                LittleEndian.u16(results, at + 6),
                new Place(LittleEndian.u32(results, at + 40), LittleEndian.u64(results, at + 8)),
                LittleEndian.u64(results, at + 16),
                LittleEndian.u64(results, at + 24),
                LittleEndian.u64(results, at + 32));
    }

    boolean isUnavailable() {
        return code >= UNAVAILABLE_FIRST && code <= UNAVAILABLE_LAST;
    }

    boolean isReplayed() {
        return (flags & REPLAYED) != 0;
    }

    boolean hasBalances() {
        return (flags & BALANCES) == BALANCES;
    }

    /** Tells of nothing but a code. */
    boolean isBare() {
        boolean nothing = timeNanos == 0 && fromBalance == 0 && toBalance == 0;
        return nothing && flags == 0 && position.equals(Place.NOWHERE);
    }
}
