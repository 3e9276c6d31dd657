package io.windlass.features.wallet;

import java.util.Locale;

/** Whose money an account holds. Codes are part of the stored layout. */
enum AccountKind {
    /** A client's: never below its overdraft limit. */
    CUSTOMER(0),
    /** The outside world's: the only way money enters or leaves. */
    EXTERNAL(1),
    /** The house's own: fees, money in transit. */
    SYSTEM(2);

    private final int code;

    AccountKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AccountKind of(int code) {
        return switch (code) {
            case 0 -> CUSTOMER;
            case 1 -> EXTERNAL;
            default -> SYSTEM;
        };
    }
}
