package io.windlass.features.wallet;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;

/**
 * What an event that is no transfer did to one account.
 *
 * <pre>
 *    0 detail u8 | state u8 | reserved u16 | tenant u32
 *    8 handle       16 previous sequence  24 overdraft limit  32 posted
 *   40 held         48 incoming           56 version
 *   64 skip links: one u64 for each level of the version; then the tail of the event
 * </pre>
 *
 * @param tenant whose account it is
 * @param handle of the account
 * @param previous sequence of the account's event before this one
 * @param after the account after the event
 * @param skips the links this event names
 */
record AccountChange(int tenant, long handle, long previous, Standing after, Skips skips) {

    static AccountChange of(Account before, Standing after) {
        return new AccountChange(
                before.profile().tenant(),
                before.profile().handle(),
                before.lastSequence(),
                after,
                before.skips().named(Skips.levels(after.version())));
    }

    void write(int detail, Sink sink) {
        sink.u8(detail).u8(after.state().code()).u16(0).u32(tenant);
        sink.u64(handle).u64(previous).u64(after.overdraftLimit()).u64(after.posted());
        sink.u64(after.held()).u64(after.incoming()).u64(after.version());
        skips.write(sink, Skips.levels(after.version()));
    }

    /** Reads all but the first byte, which is the event's own. */
    static AccountChange read(Source source) {
        AccountState state = AccountState.of(source.u8());
        source.u16();
        int tenant = source.u32();
        long handle = source.u64();
        long previous = source.u64();
        Standing after =
                new Standing(
                        state,
                        source.u64(),
                        source.u64(),
                        source.u64(),
                        source.u64(),
                        source.u64());
        Skips skips = Skips.read(source, Skips.levels(after.version()));
        return new AccountChange(tenant, handle, previous, after, skips);
    }

    AccountCommand.Target target(Wallets state) {
        return new AccountCommand.Target(tenant, state.idOf(handle), AccountCommand.ANY_VERSION);
    }
}
