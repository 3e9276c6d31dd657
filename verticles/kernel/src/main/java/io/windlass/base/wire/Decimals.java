package io.windlass.base.wire;

import java.math.BigDecimal;

/** Signed 64-bit counts of minor units as decimal text with a fixed number of digits. */
public final class Decimals {
    private Decimals() {}

    /** Text with exactly {@code scale} (0 to 9) digits behind the point, none for scale 0. */
    public static String format(long minorUnits, int scale) {
        return BigDecimal.valueOf(minorUnits, scale).toPlainString();
    }
}
