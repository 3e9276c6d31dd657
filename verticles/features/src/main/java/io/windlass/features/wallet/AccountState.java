package io.windlass.features.wallet;

/**
 * What an account lets through. The codes are part of the stored layout: bit 0 stops debits, bit 1
 * stops credits, 4 is closed.
 */
enum AccountState {
    /** Everything passes. */
    OPEN(0),
    /** Nothing goes out. */
    FROZEN_DEBIT(1),
    /** Nothing comes in. */
    FROZEN_CREDIT(2),
    /** Nothing moves. */
    FROZEN(3),
    /** Nothing will ever move again. */
    CLOSED(4);

    private final int code;

    AccountState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    boolean isClosed() {
        return this == CLOSED;
    }

    boolean stops(Direction direction) {
        return this != CLOSED && (code & direction.code()) == direction.code();
    }

    AccountState frozen(Direction direction) {
        return of(code | direction.code());
    }

    static AccountState of(int code) {
        return switch (code) {
            case 0 -> OPEN;
            case 1 -> FROZEN_DEBIT;
            case 2 -> FROZEN_CREDIT;
            case 3 -> FROZEN;
            default -> CLOSED;
        };
    }
}
