package io.windlass.server;

import io.windlass.features.wallet.WalletFeature;
import io.windlass.kernel.feature.Feature;
import java.util.List;

/** The systems of this server. A new one is a folder in {@code features} and a line here. */
public final class Features {
    private Features() {}

    /** All of them, in the order they are documented. */
    public static List<Feature<?>> all() {
        return List.of(new WalletFeature());
    }
}
