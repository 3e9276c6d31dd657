package io.windlass.features.wallet;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.FieldTypes;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The fields of the wallet's requests, each declared once. */
final class WalletFields {
    private static final String INVALID_ID = "invalid-id";
    private static final String METADATA_TOO_LARGE = "metadata-too-large";
    static final Token ACCOUNT_ID_TYPE =
            FieldTypes.token("A-Za-z0-9", "A-Za-z0-9._:-", 1, 64, INVALID_ID);
    static final Token TRANSACTION_ID_TYPE =
            FieldTypes.token("A-Za-z0-9._:-", "A-Za-z0-9._:-", 1, 64, INVALID_ID);
    private static final FieldType<String> CODE_TYPE =
            FieldTypes.token("A-Z", "A-Z0-9", 3, 12, FieldType.INVALID_FIELD);
    private static final FieldType<String> KNOWN_CODE_TYPE =
            FieldTypes.token("A-Z", "A-Z0-9", 3, 12, Amounts.UNKNOWN_CURRENCY);
    private static final int REASON_MAX = 200;
    private static final int NAME_MAX = 100;

    static final Field<String> ACCOUNT_ID = Field.path("account_id", ACCOUNT_ID_TYPE, "alice");
    static final Field<String> CURRENCY = Field.body("currency", KNOWN_CODE_TYPE, "USD");
    static final Field<AccountKind> KIND =
            Field.optional(
                    "kind",
                    FieldTypes.choice(List.of(AccountKind.values()), AccountKind::word),
                    "customer");
    static final Field<String> OPENING_LIMIT =
            Field.optional("overdraft_limit", Amounts.text(), "100.00");
    static final Field<Boolean> AFFINITY = Field.optional("affinity", FieldTypes.flag(), "true");
    static final Field<Metadata> METADATA =
            Field.optional("metadata", new MetadataType(), "{\"team\":\"red\"}");

    static final Field<Direction> DIRECTION =
            Field.body(
                    "direction",
                    FieldTypes.choice(List.of(Direction.values()), Direction::word),
                    "debit");
    static final Field<String> REASON =
            Field.optional("reason", FieldTypes.words(REASON_MAX), "lost card");
    static final Field<String> LIMIT = Field.body("overdraft_limit", Amounts.text(), "50.00");
    static final Field<Long> IF_VERSION =
            Field.optional("if_version", FieldTypes.whole(1, Long.MAX_VALUE), "1");

    static final Field<String> FROM = Field.body("from_account", ACCOUNT_ID_TYPE, "bank");
    static final Field<String> TO = Field.body("to_account", ACCOUNT_ID_TYPE, "alice");
    static final Field<String> AMOUNT = Field.body("amount", Amounts.text(), "25.00");
    static final Field<String> TRANSACTION_ID =
            Field.body("transaction_id", TRANSACTION_ID_TYPE, "t-1")
                    .orElse("missing-transaction-id");
    static final Field<String> STRATEGY =
            Field.optional(
                    "strategy",
                    FieldTypes.choice(List.of("saga", "tcc"), Function.identity()),
                    "saga");
    static final Field<String> WAIT =
            Field.optional(
                    "wait",
                    FieldTypes.choice(List.of("applied", "decided"), Function.identity()),
                    "applied");
    static final Field<String> TRANSFER_ID =
            Field.path("transaction_id", TRANSACTION_ID_TYPE, "t-1");
    static final Field<String> FROM_QUERY = Field.query("from_account", ACCOUNT_ID_TYPE, "bank");

    static final Field<String> CODE = Field.path("code", CODE_TYPE, "XYZ");
    static final Field<Long> SCALE = Field.body("scale", FieldTypes.whole(0, 9), "3");
    static final Field<String> NAME = Field.body("name", currencyName(), "Example point");

    /** The codes of what the wallet's requests can have wrong, beside the common ones. */
    static final List<String> MALFORMED_CODES =
            List.of(
                    INVALID_ID,
                    METADATA_TOO_LARGE,
                    Transfer.SAME_ACCOUNT,
                    Transfer.ID_IN_FUTURE,
                    Amounts.UNKNOWN_CURRENCY,
                    Amounts.NOT_STRING,
                    Amounts.FORMAT,
                    Amounts.SCALE,
                    Amounts.NOT_POSITIVE,
                    Amounts.OUT_OF_RANGE);

    private WalletFields() {}

    private static FieldType<String> currencyName() {
        return FieldTypes.text(
                "^[^\\x00-\\x1f\\x7f]{1," + NAME_MAX + "}$", NAME_MAX, FieldType.INVALID_FIELD);
    }

    /** Texts by name, within the wallet's bounds. */
    private static final class MetadataType implements FieldType<Metadata> {
        private static final int COUNT_MAX = 16;
        private static final int TEXT_BYTES_MAX = 1_024;
        private static final int BYTES_MAX = 4_096;

        @Override
        public Read<Metadata> read(String name, Object raw) {
            if (!(raw instanceof Map<?, ?> map)) {
                return notTexts(name);
            }
            SortedMap<String, String> texts = new TreeMap<>();
            int bytes = 0;
            boolean fits = map.size() <= COUNT_MAX;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String key)
                        || !(entry.getValue() instanceof String value)
                        || !FieldTypes.isUnicode(key)
                        || !FieldTypes.isUnicode(value)) {
                    return notTexts(name);
                }
                fits &= size(key) <= TEXT_BYTES_MAX && size(value) <= TEXT_BYTES_MAX;
                bytes += size(key) + size(value);
                texts.put(key, value);
            }
            return fits && bytes <= BYTES_MAX
                    ? Read.good(new Metadata(texts))
                    : Read.bad(
                            METADATA_TOO_LARGE,
                            name,
                            name + " holds at most 16 texts of 1 KiB, 4 KiB in all");
        }

        @Override
        public Document schema() {
            return out -> {
                out.text("type", "object");
                out.number("maxProperties", COUNT_MAX);
                out.object("additionalProperties", texts -> texts.text("type", "string"));
            };
        }

        private static Read<Metadata> notTexts(String name) {
            return Read.bad(FieldType.INVALID_FIELD, name, name + " is an object of texts");
        }

        private static int size(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
