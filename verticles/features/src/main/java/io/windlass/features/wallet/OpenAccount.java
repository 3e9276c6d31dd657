package io.windlass.features.wallet;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Outcome;
import java.util.Optional;

/**
 * Opens an account under an id of the client's choice.
 *
 * <pre>
 *   tenant u32 | account id text | body: currency u16 | kind u8 | limit u64 | metadata
 * </pre>
 *
 * @param tenant whose account it is
 * @param accountId its id
 * @param currency number of its currency
 * @param kind whose money it holds
 * @param overdraftLimit how far it may go below zero, minor units
 * @param metadata the client's own texts
 */
record OpenAccount(
        int tenant,
        String accountId,
        int currency,
        AccountKind kind,
        long overdraftLimit,
        Metadata metadata)
        implements WalletCommand {
    private static final int BODY_CAPACITY = 64;
    private static final int BYTES_WITH_METADATA = 8_192;

    @Override
    public boolean isOpening() {
        return true;
    }

    @Override
    public int bytes() {
        return metadata.isEmpty() ? 512 : BYTES_WITH_METADATA;
    }

    @Override
    public int type() {
        return OPEN_ACCOUNT;
    }

    @Override
    public void write(Sink sink) {
        sink.u32(tenant).text(accountId);
        writeBody(sink);
    }

    @Override
    public Outcome<Wallets> decide(Wallets state, Moment moment) {
        Optional<Account> existing = state.find(tenant, accountId);
        if (existing.isPresent()) {
            Account account = existing.get();
            return account.profile().bodyHash() == bodyHash()
                    ? Outcome.answered(Answer.done(Documents.account(state, account, moment)))
                    : WalletCommand.refused(WalletRejection.ACCOUNT_EXISTS_DIFFERENT);
        }
        if (state.findCurrency(currency).isEmpty()) {
            return WalletCommand.malformed(
                    Amounts.UNKNOWN_CURRENCY, "currency", "the currency is not known here yet");
        }
        return Outcome.logged(
                new AccountEvent.AccountOpened(this, state.nextHandle(tenant, accountId)));
    }

    /** Hash of all but the id: what makes a second opening the same or another one. */
    long bodyHash() {
        Sink body = new Sink(BODY_CAPACITY);
        writeBody(body);
        return Hashes.hash64(body.array(), 0, body.length());
    }

    static OpenAccount read(Source source) {
        return new OpenAccount(
                source.u32(),
                source.text(),
                source.u16(),
                AccountKind.of(source.u8()),
                source.u64(),
                Metadata.read(source));
    }

    private void writeBody(Sink sink) {
        sink.u16(currency).u8(kind.code()).u64(overdraftLimit);
        metadata.write(sink);
    }
}
