package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.table.RowChange;
import io.windlass.kernel.table.RowType;

/**
 * The row of an account.
 *
 * <pre>
 *   0 handle           1-2 name hash      3 tenant 32 | currency 16 | kind 8 | state 8
 *   4 overdraft limit  5 posted           6 held             7 incoming
 *   8 version          9 last sequence   10 opened at nanos 11 id reference
 *  12 metadata ref    13 body hash       14-16 sequences of the skip links
 * </pre>
 *
 * @param profile what never changes
 * @param standing what changes
 * @param lastSequence its newest event
 * @param skips its newest events at round versions
 */
record Account(AccountProfile profile, Standing standing, long lastSequence, Skips skips) {
    static final RowType<Account> ROWS = new Layout();
    static final int NAME = 1;
    private static final int POSTED = 5;
    private static final int VERSION = 8;
    private static final int LAST_SEQUENCE = 9;
    private static final int SKIPS = 14;

    /** The row after an event at {@code sequence}. */
    Account after(Standing next, long sequence) {
        return new Account(profile, next, sequence, skips.after(next.version(), sequence));
    }

    /**
     * The change that an event at {@code sequence} makes which settles another balance: the same as
     * {@link #after} with {@link Standing#nextPosted}, on the words of the row.
     */
    static RowChange posting(long posted, long sequence) {
        return (words, at) -> {
            words[at + POSTED] = posted;
            words[at + VERSION]++;
            words[at + LAST_SEQUENCE] = sequence;
            int levels = Skips.levels(words[at + VERSION]);
            for (int level = 0; level < levels; level++) {
                words[at + SKIPS + level] = sequence;
            }
        };
    }

    private static final class Layout implements RowType<Account> {
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
            return SKIPS + Skips.WORDS;
        }

        @Override
        public void write(Account row, long[] words, int at) {
            AccountProfile profile = row.profile;
            Standing standing = row.standing;
            words[at] = profile.handle();
            words[at + NAME] = profile.name().high();
            words[at + NAME + 1] = profile.name().low();
            words[at + 3] =
                    Integer.toUnsignedLong(profile.tenant()) << 32
                            | (long) profile.currency() << 16
                            | profile.kind().code() << 8
                            | standing.state().code();
            words[at + 4] = standing.overdraftLimit();
            words[at + POSTED] = standing.posted();
            words[at + 6] = standing.held();
            words[at + 7] = standing.incoming();
            words[at + VERSION] = standing.version();
            words[at + LAST_SEQUENCE] = row.lastSequence;
            words[at + 10] = profile.openedAtNanos();
            words[at + 11] = profile.idReference();
            words[at + 12] = profile.metadataReference();
            words[at + 13] = profile.bodyHash();
            words[at + SKIPS] = row.skips.by64();
            words[at + SKIPS + 1] = row.skips.by4096();
            words[at + SKIPS + 2] = row.skips.by262144();
        }

        @Override
        public Account read(long[] words, int at) {
            long packed = words[at + 3];
            AccountProfile profile =
                    new AccountProfile(
                            words[at],
                            new Id128(words[at + NAME], words[at + NAME + 1]),
                            (int) (packed >>> 32),
                            (int) (packed >>> 16) & 0xFFFF,
                            AccountKind.of((int) (packed >>> 8) & 0xFF),
                            words[at + 10],
                            words[at + 11],
                            words[at + 12],
                            words[at + 13]);
            Standing standing =
                    new Standing(
                            AccountState.of((int) packed & 0xFF),
                            words[at + 4],
                            words[at + POSTED],
                            words[at + 6],
                            words[at + 7],
                            words[at + VERSION]);
            return new Account(
                    profile,
                    standing,
                    words[at + LAST_SEQUENCE],
                    new Skips(words[at + SKIPS], words[at + SKIPS + 1], words[at + SKIPS + 2]));
        }
    }
}
