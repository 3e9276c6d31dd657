package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.table.RowType;

/**
 * The row that leads from an account's name to its handle.
 *
 * @param name hash of tenant and id
 * @param handle of the account
 */
record AccountName(Id128 name, long handle) {
    static final RowType<AccountName> ROWS = new Layout();
    static final int HANDLE = 2;

    private static final class Layout implements RowType<AccountName> {
        @Override
        public String name() {
            return "account-names";
        }

        @Override
        public int keyWords() {
            return 2;
        }

        @Override
        public boolean isAppendOnly() {
            return true;
        }

        @Override
        public int words() {
            return 3;
        }

        @Override
        public void write(AccountName row, long[] words, int at) {
            words[at] = row.name.high();
            words[at + 1] = row.name.low();
            words[at + HANDLE] = row.handle;
        }

        @Override
        public AccountName read(long[] words, int at) {
            return new AccountName(new Id128(words[at], words[at + 1]), words[at + HANDLE]);
        }
    }
}
