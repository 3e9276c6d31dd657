package io.windlass.features.wallet;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Read;

/** Amounts as clients write them: decimal text, never a JSON number, never rounded. */
final class Amounts {
    static final String UNKNOWN_CURRENCY = "unknown-currency";
    static final String NOT_STRING = "amount-not-string";
    static final String FORMAT = "amount-format";
    static final String SCALE = "amount-scale";
    static final String NOT_POSITIVE = "amount-not-positive";
    static final String OUT_OF_RANGE = "amount-out-of-range";
    private static final String PATTERN = "^(0|[1-9][0-9]{0,18})(\\.[0-9]{1,9})?$";
    private static final int WHOLE_DIGITS_MAX = 19;
    private static final int FRACTION_DIGITS_MAX = 9;

    private Amounts() {}

    /** Decimal text; what it is worth depends on the currency. */
    static FieldType<String> text() {
        return new Text();
    }

    /** The minor units of well-formed text: 1 to 2^63-1. */
    static Read<Long> positive(String field, CharSequence text, Currency currency) {
        Read<Long> read = orZero(field, text, currency);
        return read instanceof Read.Good<Long> good && good.value() == 0
                ? Read.bad(NOT_POSITIVE, field, field + " must be more than zero")
                : read;
    }

    /** The minor units of well-formed text: 0 to 2^63-1. */
    static Read<Long> orZero(String field, CharSequence text, Currency currency) {
        int point = point(text);
        int missing = currency.scale() - (point < 0 ? 0 : text.length() - point - 1);
        if (missing < 0) {
            return Read.bad(
                    SCALE,
                    field,
                    currency.code() + " has " + currency.scale() + " digits behind the point");
        }
        long units = 0;
        for (int i = 0; i < text.length() + missing && units >= 0; i++) {
            if (i != point) {
                units = tenTimes(units, i < text.length() ? text.charAt(i) - '0' : 0);
            }
        }
        return units < 0
                ? Read.bad(OUT_OF_RANGE, field, field + " is more than 2^63-1 minor units")
                : Read.good(units);
    }

    /** Where the point stands, -1 if there is none. */
    private static int point(CharSequence text) {
        int at = text.length() - 1;
        while (at >= 0 && text.charAt(at) != '.') {
            at--;
        }
        return at;
    }

    /** Ten times as much and a digit; negative if that is beyond the range. */
    private static long tenTimes(long units, int digit) {
        return units > Long.MAX_VALUE / 10 ? -1 : units * 10 + digit;
    }

    /** Whether text has the form of {@link #PATTERN}. */
    static boolean isWellFormed(CharSequence text) {
        int whole = digits(text, 0);
        if (whole == 0 || whole > WHOLE_DIGITS_MAX || (whole > 1 && text.charAt(0) == '0')) {
            return false;
        }
        if (whole == text.length()) {
            return true;
        }
        int fraction = digits(text, whole + 1);
        return text.charAt(whole) == '.'
                && fraction > 0
                && fraction <= FRACTION_DIGITS_MAX
                && whole + 1 + fraction == text.length();
    }

    /** How many digits stand from here on. */
    private static int digits(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    /** Whether well-formed text is nothing in any currency. */
    static boolean isZero(String text) {
        return text.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    private static final class Text implements FieldType<String> {
        @Override
        public Read<String> read(String name, Object raw) {
            if (!(raw instanceof String text)) {
                return Read.bad(NOT_STRING, name, name + " is decimal text in quotes");
            }
            return isWellFormed(text)
                    ? Read.good(text)
                    : Read.bad(FORMAT, name, name + " must match " + PATTERN);
        }

        @Override
        public Document schema() {
            return out -> {
                out.text("type", "string");
                out.text("pattern", PATTERN);
            };
        }
    }
}
