package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.table.RowCursor;

/**
 * What a transfer asks of an account, read from the words of its row; see {@link AccountRow} for
 * the words and {@link Standing} for the ranges.
 *
 * @param row of the account
 */
record AccountView(RowCursor row) {
    /** A view of nothing yet. */
    static AccountView unset() {
        return new AccountView(new RowCursor(AccountRow.ROWS));
    }

    long handle() {
        return row.word(AccountRow.HANDLE);
    }

    Id128 name() {
        return new Id128(row.word(AccountRow.NAME), row.word(AccountRow.NAME + 1));
    }

    boolean isNamed(Id128 name) {
        return row.word(AccountRow.NAME) == name.high()
                && row.word(AccountRow.NAME + 1) == name.low();
    }

    int tenant() {
        return AccountRow.tenant(row.word(AccountRow.PACKED));
    }

    int currency() {
        return AccountRow.currency(row.word(AccountRow.PACKED));
    }

    boolean isCustomer() {
        return AccountRow.kindCode(row.word(AccountRow.PACKED)) == AccountKind.CUSTOMER.code();
    }

    AccountState state() {
        return AccountState.of(AccountRow.stateCode(row.word(AccountRow.PACKED)));
    }

    long posted() {
        return row.word(AccountRow.POSTED);
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
        return row.word(AccountRow.LAST_SEQUENCE);
    }

    long version() {
        return row.word(AccountRow.VERSION);
    }

    private long overdraftLimit() {
        return row.word(AccountRow.OVERDRAFT_LIMIT);
    }

    private long held() {
        return row.word(AccountRow.HELD);
    }

    private long incoming() {
        return row.word(AccountRow.INCOMING);
    }
}
