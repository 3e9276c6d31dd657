package io.windlass.features.wallet;

/**
 * What changes about an account.
 *
 * <p>Sums that rules and clients form of it stay in range because decisions keep {@code -(2^63-1)
 * <= posted - held} and {@code posted + overdraftLimit + incoming <= 2^63-1}.
 *
 * @param state what it lets through
 * @param overdraftLimit how far a customer may go below zero, minor units
 * @param posted what is settled
 * @param held what is reserved to go out
 * @param incoming what is reserved to come in
 * @param version how many events have touched the account
 */
record Standing(
        AccountState state,
        long overdraftLimit,
        long posted,
        long held,
        long incoming,
        long version) {

    static Standing opened(long overdraftLimit) {
        return new Standing(AccountState.OPEN, overdraftLimit, 0, 0, 0, 1);
    }

    /** What may still go out. */
    long available() {
        return posted - held + overdraftLimit;
    }

    boolean isEmpty() {
        return posted == 0 && held == 0 && incoming == 0;
    }

    /** Whether so much more would leave the range of numbers. */
    boolean overflowsBy(long amount) {
        return overflows(posted, overdraftLimit, incoming, amount);
    }

    /** Whether so much less would leave the range of numbers. */
    static boolean underflows(long posted, long held, long amount) {
        return posted - held < -Long.MAX_VALUE + amount;
    }

    static boolean overflows(long posted, long overdraftLimit, long incoming, long amount) {
        return posted + overdraftLimit + incoming > Long.MAX_VALUE - amount;
    }

    Standing next(AccountState newState) {
        return new Standing(newState, overdraftLimit, posted, held, incoming, version + 1);
    }

    Standing nextLimit(long newLimit) {
        return new Standing(state, newLimit, posted, held, incoming, version + 1);
    }

    Standing nextPosted(long newPosted) {
        return new Standing(state, overdraftLimit, newPosted, held, incoming, version + 1);
    }
}
