package io.windlass.features.wallet;

import io.windlass.kernel.table.RowChange;
import io.windlass.kernel.table.RowType;

/**
 * What transfers need of an account at every 64th of them only.
 *
 * <pre>
 *   0 handle          1 opened at nanos   2 id reference   3 metadata reference
 *   4 body hash       5-7 sequences of the skip links
 * </pre>
 *
 * @param handle see {@link AccountProfile}, as for the next four
 * @param openedAtNanos when it was opened
 * @param idReference its id in the byte store
 * @param metadataReference its metadata in the byte store, 0 for none
 * @param bodyHash hash of the opening command without the id
 * @param skips its newest events at round versions
 */
record AccountDetail(
        long handle,
        long openedAtNanos,
        long idReference,
        long metadataReference,
        long bodyHash,
        Skips skips) {
    static final RowType<AccountDetail> ROWS = new Layout();
    static final int ID_REFERENCE = 2;
    private static final int SKIPS = 5;

    /**
     * The change that an event at {@code sequence} makes whose version has so many levels: the same
     * as {@link Skips#after}, on the words of the row.
     */
    static RowChange linking(int levels, long sequence) {
        return (words, at) -> {
            for (int level = 0; level < levels; level++) {
                words[at + SKIPS + level] = sequence;
            }
        };
    }

    private static final class Layout implements RowType<AccountDetail> {
        @Override
        public String name() {
            return "account-details";
        }

        @Override
        public int keyWords() {
            return 1;
        }

        /** By the handle's number. */
        @Override
        public boolean isNumbered() {
            return true;
        }

        @Override
        public int words() {
            return SKIPS + Skips.WORDS;
        }

        @Override
        public void write(AccountDetail row, long[] words, int at) {
            words[at] = row.handle;
            words[at + 1] = row.openedAtNanos;
            words[at + ID_REFERENCE] = row.idReference;
            words[at + 3] = row.metadataReference;
            words[at + 4] = row.bodyHash;
            words[at + SKIPS] = row.skips.by64();
            words[at + SKIPS + 1] = row.skips.by4096();
            words[at + SKIPS + 2] = row.skips.by262144();
        }

        @Override
        public AccountDetail read(long[] words, int at) {
            return new AccountDetail(
                    words[at],
                    words[at + 1],
                    words[at + ID_REFERENCE],
                    words[at + 3],
                    words[at + 4],
                    new Skips(words[at + SKIPS], words[at + SKIPS + 1], words[at + SKIPS + 2]));
        }
    }
}
