package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.table.RowChange;
import io.windlass.kernel.table.RowType;

/**
 * What transfers read and change of an account; the rest is its {@link AccountDetail}. It is copied
 * for every decision and again for every commit, so it is as narrow as transfers let it be.
 *
 * <pre>
 *   0 handle           1-2 name hash      3 tenant 32 | currency 16 | kind 8 | state 8
 *   4 overdraft limit  5 posted           6 held             7 incoming
 *   8 version          9 last sequence
 * </pre>
 *
 * @param handle see {@link AccountProfile}, as for the next four
 * @param name hash of tenant and id
 * @param tenant whose account it is
 * @param currency number of its currency
 * @param kind whose money it holds
 * @param standing what changes
 * @param lastSequence its newest event
 */
record AccountRow(
        long handle,
        Id128 name,
        int tenant,
        int currency,
        AccountKind kind,
        Standing standing,
        long lastSequence) {
    static final RowType<AccountRow> ROWS = new Layout();
    static final int HANDLE = 0;
    static final int NAME = 1;
    static final int PACKED = 3;
    static final int OVERDRAFT_LIMIT = 4;
    static final int POSTED = 5;
    static final int HELD = 6;
    static final int INCOMING = 7;
    static final int VERSION = 8;
    static final int LAST_SEQUENCE = 9;
    private static final int WORDS = 10;

    static int tenant(long packed) {
        return (int) (packed >>> 32);
    }

    static int currency(long packed) {
        return (int) (packed >>> 16) & 0xFFFF;
    }

    static int kindCode(long packed) {
        return (int) (packed >>> 8) & 0xFF;
    }

    static int stateCode(long packed) {
        return (int) packed & 0xFF;
    }

    /**
     * The change that an event at {@code sequence} makes which settles another balance: the same as
     * {@link Standing#nextPosted}, on the words of the row.
     */
    static RowChange posting(long posted, long sequence) {
        return (words, at) -> {
            words[at + POSTED] = posted;
            words[at + VERSION]++;
            words[at + LAST_SEQUENCE] = sequence;
        };
    }

    private static final class Layout implements RowType<AccountRow> {
        @Override
        public String name() {
            return "accounts";
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
            return WORDS;
        }

        @Override
        public void write(AccountRow row, long[] words, int at) {
            Standing standing = row.standing;
            words[at + HANDLE] = row.handle;
            words[at + NAME] = row.name.high();
            words[at + NAME + 1] = row.name.low();
            words[at + PACKED] =
                    Integer.toUnsignedLong(row.tenant) << 32
                            | (long) row.currency << 16
                            | row.kind.code() << 8
                            | standing.state().code();
            words[at + OVERDRAFT_LIMIT] = standing.overdraftLimit();
            words[at + POSTED] = standing.posted();
            words[at + HELD] = standing.held();
            words[at + INCOMING] = standing.incoming();
            words[at + VERSION] = standing.version();
            words[at + LAST_SEQUENCE] = row.lastSequence;
        }

        @Override
        public AccountRow read(long[] words, int at) {
            long packed = words[at + PACKED];
            Standing standing =
                    new Standing(
                            AccountState.of(stateCode(packed)),
                            words[at + OVERDRAFT_LIMIT],
                            words[at + POSTED],
                            words[at + HELD],
                            words[at + INCOMING],
                            words[at + VERSION]);
            return new AccountRow(
                    words[at + HANDLE],
                    new Id128(words[at + NAME], words[at + NAME + 1]),
                    tenant(packed),
                    currency(packed),
                    AccountKind.of(kindCode(packed)),
                    standing,
                    words[at + LAST_SEQUENCE]);
        }
    }
}
