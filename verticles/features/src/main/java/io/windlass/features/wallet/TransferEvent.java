package io.windlass.features.wallet;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Moment;

/** The one outcome of a transfer's id. */
sealed interface TransferEvent extends WalletEvent permits Transferred, TransferRefused {
    @Override
    Transfer cause(Wallets state);

    /** The transfer as it is looked up. */
    Document document(Wallets state, Moment moment);
}
