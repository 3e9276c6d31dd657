package io.windlass.kernel.feature;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of field that every feature can use. */
public final class FieldTypes {
    private FieldTypes() {}

    /** A text that a pattern describes; {@code code} is the error if it does not match. */
    public static FieldType<String> text(String pattern, int lengthMax, String code) {
        Pattern compiled = Pattern.compile(pattern);
        return new Simple<>(
                (name, raw) ->
                        raw instanceof String text
                                        && text.length() <= lengthMax
                                        && isUnicode(text)
                                        && compiled.matcher(text).matches()
                                ? Read.good(text)
                                : Read.bad(code, name, name + " must match " + pattern),
                textSchema(pattern, lengthMax));
    }

    /**
     * A text of ASCII characters, checked without a regular expression.
     *
     * @param first the characters it may begin with, as inside the brackets of a pattern
     * @param rest the characters that may follow, likewise
     * @param lengthMin at least 1
     * @param code the error if it is anything else
     */
    public static Token token(
            String first, String rest, int lengthMin, int lengthMax, String code) {
        return new Token(first, rest, lengthMin, lengthMax, code);
    }

    static Document textSchema(String pattern, int lengthMax) {
        return out -> {
            out.text("type", "string");
            out.text("pattern", pattern);
            out.number("maxLength", lengthMax);
        };
    }

    /** A text of at most so many characters, without control characters. */
    public static FieldType<String> words(int lengthMax) {
        return text(
                "^[^\\x00-\\x1f\\x7f]{0," + lengthMax + "}$", lengthMax, FieldType.INVALID_FIELD);
    }

    /** One of a few words, mapped to values in the order of the list. */
    public static <T> FieldType<T> choice(List<T> values, Function<T, String> word) {
        List<String> words = values.stream().map(word).toList();
        return new Simple<>(
                (name, raw) -> {
                    int index = raw instanceof String ? words.indexOf(raw) : -1;
                    return index < 0
                            ? Read.bad(FieldType.INVALID_FIELD, name, name + " is one of " + words)
                            : Read.good(values.get(index));
                },
                out -> out.texts("enum", words));
    }

    /** True or false. */
    public static FieldType<Boolean> flag() {
        return new Simple<>(
                (name, raw) ->
                        raw instanceof Boolean flag
                                ? Read.good(flag)
                                : Read.bad(
                                        FieldType.INVALID_FIELD, name, name + " is true or false"),
                out -> out.text("type", "boolean"));
    }

    /** A whole number between two bounds, both included. */
    public static FieldType<Long> whole(long min, long max) {
        return new Simple<>(
                (name, raw) ->
                        raw instanceof Long number && number >= min && number <= max
                                ? Read.good(number)
                                : Read.bad(
                                        FieldType.INVALID_FIELD,
                                        name,
                                        name + " is a whole number from " + min + " to " + max),
                out -> {
                    out.text("type", "integer");
                    out.number("minimum", min);
                    out.number("maximum", max);
                });
    }

    /** Texts by name, at most {@code countMax} of {@code lengthMax} characters, sorted by name. */
    public static FieldType<Map<String, String>> texts(int countMax, int lengthMax) {
        return new Simple<>(
                (name, raw) -> readTexts(name, raw, countMax, lengthMax),
                out -> {
                    out.text("type", "object");
                    out.number("maxProperties", countMax);
                });
    }

    private static Read<Map<String, String>> readTexts(
            String name, Object raw, int countMax, int lengthMax) {
        if (!(raw instanceof Map<?, ?> map) || map.size() > countMax) {
            return Read.bad(
                    FieldType.INVALID_FIELD,
                    name,
                    name + " is an object of at most " + countMax + " texts");
        }
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)
                    || !(entry.getValue() instanceof String value)
                    || key.length() + value.length() > lengthMax
                    || !isUnicode(key)
                    || !isUnicode(value)) {
                return Read.bad(
                        FieldType.INVALID_FIELD,
                        name,
                        name + " holds texts of at most " + lengthMax + " characters");
            }
            texts.put(key, value);
        }
        return Read.good(texts);
    }

    /** Whether a text survives UTF-8: one with half a surrogate pair would be stored as another. */
    public static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int point = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(point)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** How one kind of field is read and described. */
    private interface Reader<T> {
        Read<T> read(String name, Object raw);
    }

    private record Simple<T>(Reader<T> reader, Document schema) implements FieldType<T> {
        @Override
        public Read<T> read(String name, Object raw) {
            return reader.read(name, raw);
        }
    }
}
