package io.windlass.features.wallet;

/**
 * An account, put together from its two rows.
 *
 * @param profile what never changes
 * @param standing what changes
 * @param lastSequence its newest event
 * @param skips its newest events at round versions
 */
record Account(AccountProfile profile, Standing standing, long lastSequence, Skips skips) {

    static Account of(AccountRow row, AccountDetail detail) {
        AccountProfile profile =
                new AccountProfile(
                        row.handle(),
                        row.name(),
                        row.tenant(),
                        row.currency(),
                        row.kind(),
                        detail.openedAtNanos(),
                        detail.idReference(),
                        detail.metadataReference(),
                        detail.bodyHash());
        return new Account(profile, row.standing(), row.lastSequence(), detail.skips());
    }

    AccountRow row() {
        return new AccountRow(
                profile.handle(),
                profile.name(),
                profile.tenant(),
                profile.currency(),
                profile.kind(),
                standing,
                lastSequence);
    }

    AccountDetail detail() {
        return new AccountDetail(
                profile.handle(),
                profile.openedAtNanos(),
                profile.idReference(),
                profile.metadataReference(),
                profile.bodyHash(),
                skips);
    }

    /** The account after an event at {@code sequence}. */
    Account after(Standing next, long sequence) {
        return new Account(profile, next, sequence, skips.after(next.version(), sequence));
    }
}
