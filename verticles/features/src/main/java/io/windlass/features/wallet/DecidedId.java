package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.table.RowType;

/**
 * The row of a transaction id that has its outcome.
 *
 * @param source name of the source account, which need not exist
 * @param id the id's 128 bits
 * @param sequence where the outcome is logged
 * @param bodyHash hash of the first command without the id
 */
record DecidedId(Id128 source, Id128 id, long sequence, long bodyHash) {
    static final RowType<DecidedId> ROWS = new Layout();

    private static final int SEQUENCE = 4;

    private static final class Layout implements RowType<DecidedId> {
        @Override
        public String name() {
            return "transaction-ids";
        }

        @Override
        public int keyWords() {
            return 4;
        }

        @Override
        public boolean isAppendOnly() {
            return true;
        }

        @Override
        public int words() {
            return 6;
        }

        @Override
        public int sequenceWord() {
            return SEQUENCE;
        }

        @Override
        public void write(DecidedId row, long[] words, int at) {
            words[at] = row.source.high();
            words[at + 1] = row.source.low();
            words[at + 2] = row.id.high();
            words[at + 3] = row.id.low();
            words[at + SEQUENCE] = row.sequence;
            words[at + 5] = row.bodyHash;
        }

        @Override
        public DecidedId read(long[] words, int at) {
            return new DecidedId(
                    new Id128(words[at], words[at + 1]),
                    new Id128(words[at + 2], words[at + 3]),
                    words[at + SEQUENCE],
                    words[at + 5]);
        }
    }
}
