package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;

/**
 * An account as a client names it. Whoever reads a request makes it, so that the partition's loop
 * need not hash.
 *
 * @param text the client's name for it
 * @param name what rows know it by, see {@link Wallets#name}
 */
record AccountId(String text, Id128 name) {
    static AccountId of(int tenant, String text) {
        return new AccountId(text, Wallets.name(tenant, text));
    }
}
