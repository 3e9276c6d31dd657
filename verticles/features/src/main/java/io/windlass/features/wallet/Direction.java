package io.windlass.features.wallet;

import java.util.Locale;

/** Which way money is held up by a freeze; the codes are bits, and part of the stored layout. */
enum Direction {
    /** Money going out. */
    DEBIT(1),
    /** Money coming in. */
    CREDIT(2),
    /** Both. */
    BOTH(3);

    private final int code;

    Direction(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Direction of(int code) {
        return switch (code) {
            case 1 -> DEBIT;
            case 2 -> CREDIT;
            default -> BOTH;
        };
    }
}
