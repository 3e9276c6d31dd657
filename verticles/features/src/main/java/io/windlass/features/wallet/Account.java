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
    static final int HANDLE = 0;
    static final int NAME = 1;
    static final int PACKED = 3;
    static final int OVERDRAFT_LIMIT = 4;
    static final int POSTED = 5;
    static final int HELD = 6;
    static final int INCOMING = 7;
    static final int VERSION = 8;
    static final int LAST_SEQUENCE = 9;
    static final int SKIPS = 14;

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
            words[at + HANDLE] = profile.handle();
            words[at + NAME] = profile.name().high();
            words[at + NAME + 1] = profile.name().low();
            words[at + PACKED] =
                    Integer.toUnsignedLong(profile.tenant()) << 32
                            | (long) profile.currency() << 16
                            | profile.kind().code() << 8
                            | standing.state().code();
            words[at + OVERDRAFT_LIMIT] = standing.overdraftLimit();
            words[at + POSTED] = standing.posted();
            words[at + HELD] = standing.held();
            words[at + INCOMING] = standing.incoming();
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
            long packed = words[at + PACKED];
            AccountProfile profile =
                    new AccountProfile(
                            words[at + HANDLE],
                            new Id128(words[at + NAME], words[at + NAME + 1]),
                            tenant(packed),
                            currency(packed),
                            AccountKind.of(kindCode(packed)),
                            words[at + 10],
                            words[at + 11],
                            words[at + 12],
                            words[at + 13]);
            Standing standing =
                    new Standing(
                            AccountState.of(stateCode(packed)),
                            words[at + OVERDRAFT_LIMIT],
                            words[at + POSTED],
                            words[at + HELD],
                            words[at + INCOMING],
                            words[at + VERSION]);
            return new Account(
                    profile,
                    standing,
                    words[at + LAST_SEQUENCE],
                    new Skips(words[at + SKIPS], words[at + SKIPS + 1], words[at + SKIPS + 2]));
        }
    }
}
