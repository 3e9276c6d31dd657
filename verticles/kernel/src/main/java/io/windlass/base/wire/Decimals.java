package io.windlass.base.wire;

/** Signed 64-bit counts of minor units as decimal text with a fixed number of digits. */
public final class Decimals {
    private static final String ZEROS = "000000000";

    private Decimals() {}

    /** Text with exactly {@code scale} (0 to 9) digits behind the point, none for scale 0. */
    public static String format(long minorUnits, int scale) {
        if (scale == 0) {
            return Long.toString(minorUnits);
        }
        // Without its sign, which Long.MIN_VALUE keeps; the digits are right all the same.
        String digits = Long.toUnsignedString(Math.abs(minorUnits));
        String sign = minorUnits < 0 ? "-" : "";
        int whole = digits.length() - scale;
        return whole > 0
                ? sign + digits.substring(0, whole) + "." + digits.substring(whole)
                : sign + "0." + ZEROS.substring(0, -whole) + digits;
    }
}
