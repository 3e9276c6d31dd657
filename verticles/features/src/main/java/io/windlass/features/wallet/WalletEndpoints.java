package io.windlass.features.wallet;

import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Verb;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The wallet's public interface, in the order it is documented. */
final class WalletEndpoints {
    static final List<Endpoint<Wallets>> ALL =
            Stream.of(AccountEndpoints.ALL, TransferEndpoints.ALL, CurrencyEndpoints.ALL)
                    .flatMap(List::stream)
                    .toList();

    private WalletEndpoints() {}

    static Endpoint<Wallets> get(
            int number, String path, String summary, List<Field<?>> fields, Verb<Wallets> verb) {
        return new Endpoint<>(
                number,
                Endpoint.Method.GET,
                path,
                Endpoint.Scope.READ,
                summary,
                fields,
                Optional.empty(),
                verb);
    }

    static Endpoint<Wallets> operate(
            int number,
            Endpoint.Method method,
            String path,
            String summary,
            List<Field<?>> fields,
            Verb.Submit<Wallets> verb) {
        return new Endpoint<>(
                number,
                method,
                path,
                Endpoint.Scope.OPERATE,
                summary,
                fields,
                Optional.empty(),
                verb);
    }
}
