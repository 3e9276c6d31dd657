package io.windlass.features.wallet;

import io.windlass.kernel.table.Key;
import io.windlass.kernel.table.RowType;

/**
 * The one row that says how far the currency registry has come.
 *
 * @param edition of ISO 4217 in use, 0 before the first
 * @param number of the newest change; adopting an edition is a change as well
 */
record Registry(int edition, long number) {
    static final RowType<Registry> ROWS = new Layout();
    static final Registry EMPTY = new Registry(0, 0);
    static final Key KEY = Key.of(1);

    private static final class Layout implements RowType<Registry> {
        @Override
        public String name() {
            return "currency-registry";
        }

        @Override
        public int keyWords() {
            return 1;
        }

        @Override
        public int words() {
            return 3;
        }

        @Override
        public void write(Registry row, long[] words, int at) {
            words[at] = KEY.first();
            words[at + 1] = row.edition;
            words[at + 2] = row.number;
        }

        @Override
        public Registry read(long[] words, int at) {
            return new Registry((int) words[at + 1], words[at + 2]);
        }
    }
}
