package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.table.RowCursor;

/**
 * What a transfer asks of an account, read from the words of its row; see {@link Account} for the
 * words and {@link Standing} for the ranges.
 *
 * @param row of the account
 */
record AccountView(RowCursor row) {
    /** A view of nothing yet. */
    static AccountView unset() {
        return new AccountView(new RowCursor(Account.ROWS));
    }

    long handle() {
        return row.word(Account.HANDLE);
    }

    Id128 name() {
        return new Id128(row.word(Account.NAME), row.word(Account.NAME + 1));
    }

    boolean isNamed(Id128 name) {
        return row.word(Account.NAME) == name.high() && row.word(Account.NAME + 1) == name.low();
    }

    int tenant() {
        return Account.tenant(row.word(Account.PACKED));
    }

    int currency() {
        return Account.currency(row.word(Account.PACKED));
    }

    boolean isCustomer() {
        return Account.kindCode(row.word(Account.PACKED)) == AccountKind.CUSTOMER.code();
    }

    AccountState state() {
        return AccountState.of(Account.stateCode(row.word(Account.PACKED)));
    }

    long posted() {
        return row.word(Account.POSTED);
    }

    long available() {
        return posted() - held() + overdraftLimit();
    }

    boolean underflowsBy(long amount) {
        return Standing.underflows(posted(), held(), amount);
    }

    boolean overflowsBy(long amount) {
        return Standing.overflows(posted(), overdraftLimit(), incoming(), amount);
    }

    long lastSequence() {
        return row.word(Account.LAST_SEQUENCE);
    }

    long version() {
        return row.word(Account.VERSION);
    }

    /** The links that an event names which is on so many levels. */
    Skips skips(int levels) {
        return levels == 0
                ? Skips.NONE
                : new Skips(
                                row.word(Account.SKIPS),
                                row.word(Account.SKIPS + 1),
                                row.word(Account.SKIPS + 2))
                        .named(levels);
    }

    private long overdraftLimit() {
        return row.word(Account.OVERDRAFT_LIMIT);
    }

    private long held() {
        return row.word(Account.HELD);
    }

    private long incoming() {
        return row.word(Account.INCOMING);
    }
}
