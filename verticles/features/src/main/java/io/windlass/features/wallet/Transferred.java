package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Moment;

/**
 * Money has moved.
 *
 * <pre>
 *    0 flags u8 (1 = id text) | levels u8 (from 4 bits, to 4 bits) | currency u16 | tenant u32
 *    8 id 16
 *   24 from handle          32 to handle            40 amount           48 body hash
 *   56 from posted after    64 to posted after
 *   72 from previous        80 to previous sequence
 *   88 [id text] [skip links of from] [skip links of to]
 * </pre>
 *
 * @param id the client's name for it
 * @param tenant whose accounts they are
 * @param currency number of the currency
 * @param amount minor units
 * @param bodyHash of the command
 * @param from the source account after it
 * @param to the destination account after it
 */
record Transferred(
        TransactionId id, int tenant, int currency, long amount, long bodyHash, Side from, Side to)
        implements TransferEvent {
    private static final int ID_TEXT = 1;
    private static final int ID_AT = 8;
    private static final int LEVEL_BITS = 4;
    private static final int LEVEL_MASK = 0xF;

    /**
     * One of the two accounts.
     *
     * @param handle of the account
     * @param posted balance after the event
     * @param previous sequence of the account's event before this one
     * @param levels how many skip links the event names
     * @param skips the links
     */
    record Side(long handle, long posted, long previous, int levels, Skips skips) {
        private static Side of(Wallets state, AccountView before, long change) {
            int levels = Skips.levels(before.version() + 1);
            return new Side(
                    before.handle(),
                    before.posted() + change,
                    before.lastSequence(),
                    levels,
                    levels == 0 ? Skips.NONE : state.skipsOf(before.handle()).named(levels));
        }
    }

    /** The event of an amount that nothing stands against. */
    static Transferred between(
            Wallets state,
            AccountView source,
            AccountView destination,
            TransactionId id,
            long amount) {
        return new Transferred(
                id,
                source.tenant(),
                source.currency(),
                amount,
                Transfer.bodyHash(source, destination, amount),
                Side.of(state, source, -amount),
                Side.of(state, destination, amount));
    }

    @Override
    public int type() {
        return TRANSFERRED;
    }

    @Override
    public void write(Sink sink) {
        sink.u8(id.isUuid() ? 0 : ID_TEXT);
        sink.u8(from.levels | to.levels << LEVEL_BITS).u16(currency).u32(tenant);
        sink.u128(id.value()).u64(from.handle).u64(to.handle).u64(amount).u64(bodyHash);
        sink.u64(from.posted).u64(to.posted).u64(from.previous).u64(to.previous);
        id.writeText(sink);
        from.skips.write(sink, from.levels);
        to.skips.write(sink, to.levels);
    }

    @Override
    public void evolve(Wallets state, Moment moment) {
        state.post(from.handle, from.posted, moment.sequence());
        state.post(to.handle, to.posted, moment.sequence());
        decide(state, from.handle, id.value(), bodyHash, moment);
    }

    private static void decide(
            Wallets state, long debited, Id128 id, long bodyHash, Moment moment) {
        state.decide(new DecidedId(state.nameOf(debited), id, moment.sequence(), bodyHash));
    }

    /** What {@link #evolve} does, for the event with this body; see the layout above. */
    static void replay(Source body, Wallets state, Moment moment) {
        body.position(body.position() + ID_AT);
        Id128 value = body.u128();
        long debited = body.u64();
        long credited = body.u64();
        body.u64();
        long bodyHash = body.u64();
        state.post(debited, body.u64(), moment.sequence());
        state.post(credited, body.u64(), moment.sequence());
        decide(state, debited, value, bodyHash, moment);
    }

    /** Brings near what an event with this body will change; see the layout above. */
    static long touch(Source body, Wallets state, boolean behind) {
        int start = body.position();
        body.position(start + ID_AT);
        Id128 value = body.u128();
        long debited = body.u64();
        return behind
                ? state.touchId(state.nameOf(debited), value)
                : state.touchAccount(debited) ^ state.touchAccount(body.u64());
    }

    @Override
    public Answer answer(Wallets state, Moment moment) {
        int scale = state.scaleOf(currency);
        return Answer.done(new Settled(this, moment, scale));
    }

    @Override
    public Transfer cause(Wallets state) {
        return Transfer.of(
                id, tenant, state.idOf(from.handle), state.idOf(to.handle), amount, currency);
    }

    @Override
    public Document document(Wallets state, Moment moment) {
        Currency money = state.currency(currency);
        return Documents.transfer(cause(state), "SUCCEEDED", money, moment, out -> {});
    }

    static Transferred read(Source source) {
        boolean hasText = source.u8() == ID_TEXT;
        int levels = source.u8();
        int fromLevels = levels & LEVEL_MASK;
        int toLevels = levels >>> LEVEL_BITS;
        int currency = source.u16();
        int tenant = source.u32();
        var value = source.u128();
        long fromHandle = source.u64();
        long toHandle = source.u64();
        long amount = source.u64();
        long bodyHash = source.u64();
        long fromPosted = source.u64();
        long toPosted = source.u64();
        long fromPrevious = source.u64();
        long toPrevious = source.u64();
        TransactionId id = TransactionId.read(value, hasText, source);
        Skips fromSkips = Skips.read(source, fromLevels);
        Skips toSkips = Skips.read(source, toLevels);
        return new Transferred(
                id,
                tenant,
                currency,
                amount,
                bodyHash,
                new Side(fromHandle, fromPosted, fromPrevious, fromLevels, fromSkips),
                new Side(toHandle, toPosted, toPrevious, toLevels, toSkips));
    }
}
