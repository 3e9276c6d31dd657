package io.windlass.features.wallet;

import io.windlass.base.check.Invariant;
import io.windlass.base.wire.Id128;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Question;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.Verb;
import java.util.List;
import java.util.Optional;

/** What clients can do with transfers, and the proof that nothing was lost. */
final class TransferEndpoints {
    /** The fields of a transfer, in the order of validation. */
    static final List<Field<?>> FIELDS =
            List.of(
                    WalletFields.FROM,
                    WalletFields.TO,
                    WalletFields.AMOUNT,
                    WalletFields.CURRENCY,
                    WalletFields.TRANSACTION_ID,
                    WalletFields.STRATEGY,
                    WalletFields.WAIT);

    private static final Verb.Submit<Wallets> SUBMIT =
            new Verb.Submit<>(WalletResults.TRANSFER, TransferEndpoints::read);

    static final List<Endpoint<Wallets>> ALL =
            List.of(
                    transfer(111, "/v1/wallet/balance-transfer"),
                    transfer(112, "/v1/transfers"),
                    batch(),
                    WalletEndpoints.get(
                            114,
                            "/v1/transfers/{transaction_id}",
                            "Reads a transfer",
                            List.of(WalletFields.TRANSFER_ID, WalletFields.FROM_QUERY),
                            new Verb.Ask<>(
                                    WalletResults.TRANSFER_FOUND, TransferEndpoints::lookUp)),
                    WalletEndpoints.get(
                            115,
                            "/v1/audit/trial-balance",
                            "Sums up every currency in every partition",
                            List.of(),
                            new Verb.Scan<>(
                                    WalletResults.TRIAL_BALANCE,
                                    request -> new TrialBalance(request.tenant()))));

    private TransferEndpoints() {}

    private static Endpoint<Wallets> transfer(int number, String path) {
        return new Endpoint<>(
                number,
                Endpoint.Method.POST,
                path,
                Endpoint.Scope.WRITE,
                "Moves money between two accounts",
                FIELDS,
                Optional.of(WalletFields.TRANSACTION_ID),
                SUBMIT);
    }

    private static Endpoint<Wallets> batch() {
        return new Endpoint<>(
                113,
                Endpoint.Method.POST,
                "/v1/transfers/batch",
                Endpoint.Scope.WRITE,
                "Makes many transfers, each with an outcome of its own",
                List.of(),
                Optional.empty(),
                new Verb.Batch<>(
                        "transfers",
                        transfer(112, "/v1/transfers"),
                        SUBMIT,
                        Optional.of(TransferPacking::new)));
    }

    private static Read<Verb.Intent<Wallets>> read(Request request) {
        String from = request.get(WalletFields.FROM);
        String to = request.get(WalletFields.TO);
        if (from.equals(to)) {
            return Read.bad(
                    Transfer.SAME_ACCOUNT,
                    WalletFields.TO.name(),
                    "both sides are the same account");
        }
        String code = request.get(WalletFields.CURRENCY);
        Optional<Currency> currency = request.shared(Currencies.class).find(code);
        if (currency.isEmpty()) {
            return Read.bad(
                    Amounts.UNKNOWN_CURRENCY,
                    WalletFields.CURRENCY.name(),
                    code + " is not a known currency");
        }
        Read<Long> amount =
                Amounts.positive(
                        WalletFields.AMOUNT.name(),
                        request.get(WalletFields.AMOUNT),
                        currency.get());
        if (amount instanceof Read.Bad<Long> bad) {
            return new Read.Bad<>(bad.why());
        }
        Transfer command =
                Transfer.of(
                        TransactionId.of(request.get(WalletFields.TRANSACTION_ID)),
                        request.tenant(),
                        from,
                        to,
                        ((Read.Good<Long>) amount).value(),
                        currency.get().number());
        return Read.good(new Verb.Intent<>(Route.of(request.tenant(), from, to), command));
    }

    private static Read<Verb.Inquiry<Wallets>> lookUp(Request request) {
        int tenant = request.tenant();
        String from = request.get(WalletFields.FROM_QUERY);
        TransactionId id = TransactionId.of(request.get(WalletFields.TRANSFER_ID));
        Id128 source = Wallets.name(tenant, from);
        return Read.good(
                new Verb.Inquiry<>(Route.of(tenant, from), new TransferById(source, id.value())));
    }

    /** The outcome of an id, however old. */
    private record TransferById(Id128 source, Id128 id) implements Question<Wallets> {
        @Override
        public void need(Wallets committed) {
            committed.needId(source, id);
        }

        @Override
        public Finding<Wallets> ask(Wallets committed, Moment now) {
            return committed
                    .decided(source, id)
                    .map(TransferEndpoints::logged)
                    .orElse(
                            new Finding.Found<>(
                                    Answer.rejected(WalletRejection.TRANSFER_NOT_FOUND)));
        }
    }

    private static Finding<Wallets> logged(DecidedId decided) {
        return new Finding.Logged<>(decided.sequence(), TransferEndpoints::render);
    }

    private static Answer render(Wallets state, Event<Wallets> event, Moment moment) {
        if (!(event instanceof TransferEvent transfer)) {
            throw new Invariant("a transaction id leads to an event that is no transfer");
        }
        return Answer.done(transfer.document(state, moment));
    }
}
