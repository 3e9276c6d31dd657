package io.windlass.features.wallet;

import io.windlass.base.check.Invariant;
import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.features.wallet.TransferRefused.Party;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Outcome;
import io.windlass.kernel.feature.Recalling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves money between two accounts, once for each id of the source account.
 *
 * <pre>
 *   flags u8 (1 = id text) | id 16 | [id text]
 *   body: tenant u32 | currency u16 | amount u64 | from text | to text
 * </pre>
 *
 * @param id the client's name for it
 * @param tenant whose accounts they are
 * @param from the source account
 * @param to the destination account
 * @param amount minor units, at least 1
 * @param currency number of the currency the amount is meant in
 */
record Transfer(
        TransactionId id, int tenant, AccountId from, AccountId to, long amount, int currency)
        implements WalletCommand, Recalling<Wallets> {
    static final String SAME_ACCOUNT = "same-account";
    static final String ID_IN_FUTURE = "id-in-future";
    private static final int ID_TEXT = 1;

    /** A transfer between accounts of which the texts are known. */
    static Transfer of(
            TransactionId id, int tenant, String from, String to, long amount, int currency) {
        return new Transfer(
                id, tenant, AccountId.of(tenant, from), AccountId.of(tenant, to), amount, currency);
    }

    @Override
    public int type() {
        return TRANSFER;
    }

    @Override
    public void write(Sink sink) {
        sink.u8(id.isUuid() ? 0 : ID_TEXT).u128(id.value());
        id.writeText(sink);
        sink.u32(tenant).u16(currency).u64(amount).text(from.text()).text(to.text());
    }

    @Override
    public Outcome<Wallets> decide(Wallets state, Moment moment) {
        if (from.equals(to)) {
            return WalletCommand.malformed(
                    SAME_ACCOUNT, "to_account", "both sides are the same account");
        }
        if (!state.hasCurrency(currency)) {
            return WalletCommand.malformed(
                    Amounts.UNKNOWN_CURRENCY, "currency", "the currency is not known here yet");
        }
        if (id.isInFuture(moment.timeNanos())) {
            return WalletCommand.malformed(
                    ID_IN_FUTURE, "transaction_id", "the id's time is more than a day ahead");
        }
        Optional<DecidedId> decided = state.decided(from.name(), id.value());
        if (decided.isPresent()) {
            return new Outcome.Recalled<>(decided.get().sequence());
        }
        return decideNew(state);
    }

    @Override
    public long touch(Wallets state) {
        return state.touchName(from.name())
                ^ state.touchName(to.name())
                ^ state.needId(from.name(), id.value());
    }

    @Override
    public long touchBehind(Wallets state) {
        return state.touchAccount(from.name()) ^ state.touchAccount(to.name());
    }

    private Outcome<Wallets> decideNew(Wallets state) {
        AccountView source = state.debited();
        AccountView destination = state.credited();
        boolean hasSource = state.view(from.name(), source);
        boolean hasDestination = state.view(to.name(), destination);
        Optional<WalletRejection> no =
                !hasSource
                        ? Optional.of(WalletRejection.SOURCE_NOT_FOUND)
                        : !hasDestination
                                ? Optional.of(WalletRejection.DESTINATION_NOT_FOUND)
                                : refusal(source, destination, amount, currency);
        if (no.isEmpty()) {
            return Outcome.logged(Transferred.between(state, source, destination, id, amount));
        }
        boolean tellsFunds = no.get() == WalletRejection.INSUFFICIENT_FUNDS;
        return Outcome.logged(
                new TransferRefused(
                        id,
                        tenant,
                        currency,
                        amount,
                        bodyHash(),
                        no.get(),
                        tellsFunds ? source.available() : 0,
                        hasSource ? Party.of(source) : Party.missing(from.text()),
                        hasDestination ? Party.of(destination) : Party.missing(to.text())));
    }

    /**
     * What {@link #decide} comes to if nothing stands against a transfer between the accounts that
     * the state's views are at, which are two; empty if something does.
     */
    static Optional<Event<Wallets>> usual(
            Wallets state, TransactionId id, long amount, int currency, Moment moment) {
        AccountView source = state.debited();
        AccountView destination = state.credited();
        boolean isUsual =
                !id.isInFuture(moment.timeNanos())
                        && !state.isDecided(source.name(), id.value())
                        && refusal(source, destination, amount, currency).isEmpty();
        return isUsual
                ? Optional.of(Transferred.between(state, source, destination, id, amount))
                : Optional.empty();
    }

    /** Why an amount cannot go from one account that is there to another, if it cannot. */
    static Optional<WalletRejection> refusal(
            AccountView source, AccountView destination, long amount, int currency) {
        if (source.state().isClosed()) {
            return Optional.of(WalletRejection.SOURCE_CLOSED);
        }
        if (source.state().stops(Direction.DEBIT)) {
            return Optional.of(WalletRejection.SOURCE_FROZEN);
        }
        if (destination.state().isClosed()) {
            return Optional.of(WalletRejection.DESTINATION_CLOSED);
        }
        if (destination.state().stops(Direction.CREDIT)) {
            return Optional.of(WalletRejection.DESTINATION_FROZEN);
        }
        if (source.currency() != currency || destination.currency() != currency) {
            return Optional.of(WalletRejection.CURRENCY_MISMATCH);
        }
        if (source.isCustomer() && source.available() < amount) {
            return Optional.of(WalletRejection.INSUFFICIENT_FUNDS);
        }
        return source.underflowsBy(amount) || destination.overflowsBy(amount)
                ? Optional.of(WalletRejection.BALANCE_OVERFLOW)
                : Optional.empty();
    }

    @Override
    public Optional<Answer> mismatch(Wallets state, Event<Wallets> first, Moment moment) {
        if (!(first instanceof TransferEvent event)) {
            throw new Invariant("a transaction id leads to an event that is no transfer");
        }
        List<String> differs = differences(state, event.cause(state));
        return differs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Answer.rejected(
                                WalletRejection.IDEMPOTENCY_MISMATCH,
                                Documents.mismatch(id, from.text(), differs, moment)));
    }

    private List<String> differences(Wallets state, Transfer other) {
        List<String> differs = new ArrayList<>();
        if (!from.equals(other.from)) {
            differs.add("from_account");
        }
        if (!to.equals(other.to)) {
            differs.add("to_account");
        }
        if (number(state).compareTo(other.number(state)) != 0) {
            differs.add("amount");
        }
        if (currency != other.currency) {
            differs.add("currency");
        }
        return differs;
    }

    /** As a number: 10 yen and 10.00 dollars are the same amount of different things. */
    private BigDecimal number(Wallets state) {
        return BigDecimal.valueOf(amount, state.currency(currency).scale());
    }

    /** Hash of all but the id: what makes a second use of the id the same or another one. */
    long bodyHash() {
        long subject = amount ^ (long) tenant << 32 ^ (long) currency << 16;
        return bodyHash(subject, from.name(), to.name());
    }

    /** The same for a transfer between accounts that are there, in their currency. */
    static long bodyHash(AccountView from, AccountView to, long amount) {
        long subject = amount ^ (long) from.tenant() << 32 ^ (long) from.currency() << 16;
        return bodyHash(subject, from.name(), to.name());
    }

    private static long bodyHash(long subject, Id128 from, Id128 to) {
        long hash = Hashes.mix(Hashes.mix(subject) ^ from.high());
        hash = Hashes.mix(hash ^ from.low());
        hash = Hashes.mix(hash ^ to.high());
        return Hashes.mix(hash ^ to.low());
    }

    static Transfer read(Source source) {
        boolean hasText = source.u8() == ID_TEXT;
        TransactionId id = TransactionId.read(source.u128(), hasText, source);
        int tenant = source.u32();
        int currency = source.u16();
        long amount = source.u64();
        return of(id, tenant, source.text(), source.text(), amount, currency);
    }
}
