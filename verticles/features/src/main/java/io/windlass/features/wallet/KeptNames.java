package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.feature.ItemTexts;
import java.util.Optional;

/**
 * The names of accounts that were hashed before, so many at most: each has one place, which the
 * newest one takes. What is found is what hashing would come to.
 *
 * <p>Any thread: an element is never changed and has nothing but final fields, so that whoever sees
 * it sees all of it, and missing a new one costs a hash.
 */
final class KeptNames {
    private static final int PLACES = 1 << 15;

    private final Kept[] places = new Kept[PLACES];

    /** The text of an account's id and what {@link Wallets#name} makes of it. */
    private record Kept(int tenant, byte[] text, Optional<Id128> name) {}

    /** The name of the account that a field of the item begun last tells. */
    Optional<Id128> find(int tenant, ItemTexts texts, int field) {
        Kept kept = places[place(texts, field)];
        return kept != null && kept.tenant == tenant && texts.is(field, kept.text)
                ? kept.name
                : Optional.empty();
    }

    void keep(int tenant, ItemTexts texts, int field, Id128 name) {
        places[place(texts, field)] = new Kept(tenant, texts.copy(field), Optional.of(name));
    }

    private static int place(ItemTexts texts, int field) {
        return texts.hash(field) & (PLACES - 1);
    }
}
