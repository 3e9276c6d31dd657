package io.windlass.features.wallet;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.Verb;
import java.util.List;

/** What of the wallet the binary port takes packed. */
final class WalletPacked {
    /** The number of the frames that carry transfers. */
    private static final int TRANSFERS = 5;

    private static final int SCALE_SHIFT = 16;

    static final List<PackedKind<Wallets>> ALL =
            List.of(
                    new PackedKind<>(
                            TRANSFERS,
                            Endpoint.Scope.WRITE,
                            PackedTransfers.BYTES,
                            TransferResults.BYTES,
                            PackedTransfers::open,
                            WalletPacked::handleOf));

    private WalletPacked() {}

    /** The detail is the number of the account's currency, 16 bits, and its scale, 8 bits. */
    private static Verb.Inquiry<Wallets> handleOf(int tenant, String accountId) {
        return new Verb.Inquiry<>(
                Route.of(tenant, accountId),
                (state, now) -> new Finding.Found<>(handle(state, tenant, accountId)));
    }

    private static Answer handle(Wallets state, int tenant, String accountId) {
        AccountView view = state.debited();
        if (!state.view(Wallets.name(tenant, accountId), view)) {
            return Answer.rejected(WalletRejection.ACCOUNT_NOT_FOUND);
        }
        long handle = view.handle();
        long detail = view.currency() | (long) state.scaleOf(view.currency()) << SCALE_SHIFT;
        return Answer.done(
                out -> {
                    out.number("handle", handle);
                    out.number("detail", detail);
                });
    }
}
