package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Moment;

/**
 * A transfer was refused for good; it touches no account.
 *
 * <pre>
 *    0 flags u8 (1 = id text) | rejection u8 | currency u16 | tenant u32
 *    8 id 16
 *   24 from handle or 0     32 to handle or 0       40 amount           48 body hash
 *   56 available
 *   64 [id text] [from id text if its handle is 0] [to id text likewise]
 * </pre>
 *
 * @param id the client's name for it
 * @param tenant whose accounts they are
 * @param currency number of the currency
 * @param amount minor units asked for
 * @param bodyHash of the command
 * @param rejection why
 * @param available what the source had, minor units; 0 unless that was too little
 * @param from the source account
 * @param to the destination account
 */
record TransferRefused(
        TransactionId id,
        int tenant,
        int currency,
        long amount,
        long bodyHash,
        WalletRejection rejection,
        long available,
        Party from,
        Party to)
        implements TransferEvent {
    private static final int ID_TEXT = 1;
    private static final long NO_ACCOUNT = 0;

    /**
     * An account that exists, or the id that leads to none.
     *
     * @param handle of the account, or 0
     * @param accountId empty if there is a handle
     */
    record Party(long handle, String accountId) {
        static Party of(AccountView account) {
            return new Party(account.handle(), "");
        }

        static Party missing(String accountId) {
            return new Party(NO_ACCOUNT, accountId);
        }

        private static Party read(long handle, Source source) {
            return new Party(handle, handle == NO_ACCOUNT ? source.text() : "");
        }

        private void writeTail(Sink sink) {
            if (handle == NO_ACCOUNT) {
                sink.text(accountId);
            }
        }

        private String words(Wallets state) {
            return handle == NO_ACCOUNT ? accountId : state.idOf(handle);
        }

        private Id128 name(Wallets state, int tenant) {
            return handle == NO_ACCOUNT ? Wallets.name(tenant, accountId) : state.nameOf(handle);
        }
    }

    @Override
    public int type() {
        return TRANSFER_REFUSED;
    }

    @Override
    public void write(Sink sink) {
        sink.u8(id.isUuid() ? 0 : ID_TEXT).u8(rejection.loggedCode());
        sink.u16(currency).u32(tenant).u128(id.value()).u64(from.handle).u64(to.handle);
        sink.u64(amount).u64(bodyHash).u64(available);
        id.writeText(sink);
        from.writeTail(sink);
        to.writeTail(sink);
    }

    @Override
    public void evolve(Wallets state, Moment moment) {
        state.decide(
                new DecidedId(from.name(state, tenant), id.value(), moment.sequence(), bodyHash));
    }

    @Override
    public Answer answer(Wallets state, Moment moment) {
        Currency money = state.currency(currency);
        String source = from.words(state);
        Document members =
                out -> {
                    Documents.instance(out, id, source);
                    if (rejection == WalletRejection.INSUFFICIENT_FUNDS) {
                        out.text("available", money.format(available));
                        out.text("requested", money.format(amount));
                    }
                };
        return Answer.rejected(rejection, new Refusal(members, moment));
    }

    @Override
    public Transfer cause(Wallets state) {
        return Transfer.of(id, tenant, from.words(state), to.words(state), amount, currency);
    }

    @Override
    public Document document(Wallets state, Moment moment) {
        Currency money = state.currency(currency);
        Document code = out -> out.text("code", rejection.code());
        return Documents.transfer(cause(state), "REJECTED", money, moment, code);
    }

    static TransferRefused read(Source source) {
        boolean hasText = source.u8() == ID_TEXT;
        WalletRejection rejection = WalletRejection.ofLogged(source.u8());
        int currency = source.u16();
        int tenant = source.u32();
        Id128 value = source.u128();
        long from = source.u64();
        long to = source.u64();
        long amount = source.u64();
        long bodyHash = source.u64();
        long available = source.u64();
        TransactionId id = TransactionId.read(value, hasText, source);
        return new TransferRefused(
                id,
                tenant,
                currency,
                amount,
                bodyHash,
                rejection,
                available,
                Party.read(from, source),
                Party.read(to, source));
    }
}
