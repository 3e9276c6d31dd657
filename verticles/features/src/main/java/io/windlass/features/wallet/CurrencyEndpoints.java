package io.windlass.features.wallet;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.Question;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.Verb;
import java.util.List;

/** What clients can do with currencies. */
final class CurrencyEndpoints {
    private static final Question<Wallets> LIST =
            (state, now) -> new Finding.Found<>(Answer.done(Documents.currencies(state)));

    static final List<Endpoint<Wallets>> ALL =
            List.of(
                    WalletEndpoints.get(
                            121,
                            "/v1/currencies",
                            "Lists the currencies",
                            List.of(),
                            new Verb.Ask<>(
                                    WalletResults.CURRENCIES,
                                    request ->
                                            Read.good(
                                                    new Verb.Inquiry<>(
                                                            Route.lowest(request.tenant()),
                                                            LIST)))),
                    WalletEndpoints.operate(
                            122,
                            Endpoint.Method.PUT,
                            "/v1/currencies/{code}",
                            "Registers a currency",
                            List.of(WalletFields.CODE, WalletFields.SCALE, WalletFields.NAME),
                            new Verb.Submit<>(
                                    WalletResults.CURRENCY,
                                    WalletResults.DONE_OR_CREATED,
                                    CurrencyEndpoints::register)));

    private CurrencyEndpoints() {}

    private static Read<Verb.Intent<Wallets>> register(Request request) {
        return Read.good(
                new Verb.Intent<>(
                        Route.shared(request.tenant()),
                        new CurrencyCommand.RegisterCurrency(
                                0,
                                request.get(WalletFields.CODE),
                                Math.toIntExact(request.get(WalletFields.SCALE)),
                                request.get(WalletFields.NAME))));
    }
}
