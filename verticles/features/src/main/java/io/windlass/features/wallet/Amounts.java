package io.windlass.features.wallet;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Read;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Amounts as clients write them: decimal text, never a JSON number, never rounded. */
final class Amounts {
    static final String UNKNOWN_CURRENCY = "unknown-currency";
    private static final String PATTERN = "^(0|[1-9][0-9]{0,18})(\\.[0-9]{1,9})?$";
    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Amounts() {}

    /** Decimal text; what it is worth depends on the currency. */
    static FieldType<String> text() {
        return new Text();
    }

    /** The minor units of well-formed text: 1 to 2^63-1. */
    static Read<Long> positive(String field, String text, Currency currency) {
        Read<Long> read = orZero(field, text, currency);
        return read instanceof Read.Good<Long> good && good.value() == 0
                ? Read.bad("amount-not-positive", field, field + " must be more than zero")
                : read;
    }

    /** The minor units of well-formed text: 0 to 2^63-1. */
    static Read<Long> orZero(String field, String text, Currency currency) {
        BigDecimal amount = new BigDecimal(text);
        if (amount.scale() > currency.scale()) {
            return Read.bad(
                    "amount-scale",
                    field,
                    currency.code() + " has " + currency.scale() + " digits behind the point");
        }
        BigInteger units = amount.setScale(currency.scale()).unscaledValue();
        return units.compareTo(MAX) > 0
                ? Read.bad("amount-out-of-range", field, field + " is more than 2^63-1 minor units")
                : Read.good(units.longValueExact());
    }

    /** Whether well-formed text is nothing in any currency. */
    static boolean isZero(String text) {
        return new BigDecimal(text).signum() == 0;
    }

    private static final class Text implements FieldType<String> {
        @Override
        public Read<String> read(String name, Object raw) {
            if (!(raw instanceof String text)) {
                return Read.bad("amount-not-string", name, name + " is decimal text in quotes");
            }
            return FORM.matcher(text).matches()
                    ? Read.good(text)
                    : Read.bad("amount-format", name, name + " must match " + PATTERN);
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
