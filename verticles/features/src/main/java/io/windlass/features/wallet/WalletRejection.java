package io.windlass.features.wallet;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Rejection;

/**
 * Why the wallet refuses, in order of precedence: where several apply, the first is told.
 *
 * <pre>
 *   shape (400, not logged)  fields in order of declaration, same-account, unknown-currency,
 *                            amount-scale, amount-not-positive, amount-out-of-range, id-in-future
 *   the thing itself         ACCOUNT_NOT_FOUND, TRANSFER_NOT_FOUND
 *   conditions               ACCOUNT_EXISTS_DIFFERENT .. ACCOUNT_NOT_EMPTY, of what has no id
 *   id of a transfer         IDEMPOTENCY_MISMATCH; an equal body gets the first answer again
 *   references               SOURCE_NOT_FOUND, DESTINATION_NOT_FOUND
 *   state                    SOURCE_CLOSED, SOURCE_FROZEN, DESTINATION_CLOSED, DESTINATION_FROZEN,
 *                            CURRENCY_MISMATCH
 *   funds                    INSUFFICIENT_FUNDS, BALANCE_OVERFLOW
 * </pre>
 *
 * <p>The digits of a new overdraft limit are checked by the partition, since only it knows the
 * account's currency: after ACCOUNT_NOT_FOUND and VERSION_MISMATCH, before the account's state.
 *
 * <p>From {@link #SOURCE_NOT_FOUND} on a refusal is logged and stands for the id for ever; the
 * numbers are part of the stored layout: 1,024 and what stands for them in the log, 1 to 15.
 */
enum WalletRejection implements Rejection {
    /** The account of the path does not exist. */
    ACCOUNT_NOT_FOUND(1040, 404, Retry.NEVER, "There is no such account"),
    /** No transfer with this id has left this account. */
    TRANSFER_NOT_FOUND(1041, 404, Retry.NEVER, "There is no such transfer"),
    /** The id was opened with another body. */
    ACCOUNT_EXISTS_DIFFERENT(1042, 409, Retry.NEW_ID, "The account exists with another body"),
    /** The account has moved on. */
    VERSION_MISMATCH(1043, 409, Retry.NEW_ID, "The account has another version"),
    /** The account's state or use does not allow it. */
    INVALID_STATE_TRANSITION(1044, 409, Retry.NEW_ID, "The account's state does not allow this"),
    /** Only an empty account can be closed. */
    ACCOUNT_NOT_EMPTY(1045, 409, Retry.NEW_ID, "The account is not empty"),
    /** The code stands for something else. */
    CURRENCY_EXISTS_DIFFERENT(1046, 409, Retry.NEVER, "The currency exists with another body"),
    /** There is no room for another currency. */
    CURRENCIES_EXHAUSTED(1047, 409, Retry.NEVER, "There are as many currencies as there can be"),
    /** The id was used with another body; its first outcome stands. */
    IDEMPOTENCY_MISMATCH(1048, 422, Retry.NEW_ID, "The id was used with another body"),
    /** The account to take from does not exist. */
    SOURCE_NOT_FOUND(1025, 422, Retry.NEW_ID, "The source account does not exist"),
    /** The account to give to does not exist. */
    DESTINATION_NOT_FOUND(1026, 422, Retry.NEW_ID, "The destination account does not exist"),
    /** The account to take from is closed. */
    SOURCE_CLOSED(1027, 422, Retry.NEW_ID, "The source account is closed"),
    /** The account to take from lets nothing out. */
    SOURCE_FROZEN(1028, 422, Retry.NEW_ID, "The source account is frozen"),
    /** The account to give to is closed. */
    DESTINATION_CLOSED(1029, 422, Retry.NEW_ID, "The destination account is closed"),
    /** The account to give to lets nothing in. */
    DESTINATION_FROZEN(1030, 422, Retry.NEW_ID, "The destination account is frozen"),
    /** One of the accounts has another currency. */
    CURRENCY_MISMATCH(1031, 422, Retry.NEW_ID, "An account has another currency"),
    /** The source account has too little. */
    INSUFFICIENT_FUNDS(1032, 422, Retry.NEW_ID, "The source account has too little money"),
    /** A balance would leave the range of numbers. */
    BALANCE_OVERFLOW(1033, 422, Retry.NEW_ID, "A balance would leave the range of numbers");

    private static final int LOGGED = 1_024;
    private static final int LOGGED_MAX = 1_039;

    private final int number;
    private final int status;
    private final Retry retry;
    private final String title;

    WalletRejection(int number, int status, Retry retry, String title) {
        this.number = number;
        this.status = status;
        this.retry = retry;
        this.title = title;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Retry retry() {
        return retry;
    }

    @Override
    public boolean isFinal() {
        return number <= LOGGED_MAX;
    }

    /** What stands for a final refusal in the log. */
    int loggedCode() {
        return number - LOGGED;
    }

    static WalletRejection ofLogged(int code) {
        for (WalletRejection rejection : values()) {
            if (rejection.isFinal() && rejection.loggedCode() == code) {
                return rejection;
            }
        }
        throw new Invariant("a logged refusal has a code that this build does not know");
    }
}
