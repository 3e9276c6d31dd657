package io.windlass.features.wallet;

import io.windlass.kernel.feature.SharedTable;
import java.util.Map;
import java.util.Optional;

/**
 * The currencies as edges see them; immutable.
 *
 * @param number of the newest change
 * @param byCode every currency by its code
 */
record Currencies(long number, Map<String, Currency> byCode) implements SharedTable {
    Currencies {
        byCode = Map.copyOf(byCode);
    }

    Optional<Currency> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
