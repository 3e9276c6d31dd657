package io.windlass.features.wallet;

import io.windlass.base.check.Invariant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers of the codes that a packed transfer can be malformed with; never reused. */
final class MalformedCodes {
    private static final Map<String, Integer> NUMBERS =
            Map.of(
                    Transfer.SAME_ACCOUNT, 1_100,
                    Amounts.UNKNOWN_CURRENCY, 1_101,
                    Amounts.NOT_POSITIVE, 1_102,
                    Transfer.ID_IN_FUTURE, 1_103,
                    PackedTransfers.UNKNOWN_HANDLE, 1_104,
                    PackedTransfers.UNSUPPORTED, 1_105);

    private MalformedCodes() {}

    /** All of them, in order of the codes. */
    static SortedMap<String, Integer> all() {
        return new TreeMap<>(NUMBERS);
    }

    static int number(String code) {
        Integer number = NUMBERS.get(code);
        Invariant.hold(number != null, "a malformed transfer has a code without a number");
        return number;
    }
}
