package io.windlass.kernel.feature;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The shapes of members that every feature can use. */
public final class Shapes {
    private Shapes() {}

    /** Any text. */
    public static Result.Shape text(String example) {
        return value(raw -> raw instanceof String, out -> out.text("type", "string"), example);
    }

    /** A text that a pattern describes. */
    public static Result.Shape text(String pattern, String example) {
        Pattern compiled = Pattern.compile(pattern);
        return value(
                raw -> raw instanceof String text && compiled.matcher(text).matches(),
                out -> {
                    out.text("type", "string");
                    out.text("pattern", pattern);
                },
                example);
    }

    /** One of a few words; the first is the example. */
    public static Result.Shape words(List<String> words) {
        return new Result.Value(FieldTypes.choice(words, word -> word), words.get(0));
    }

    /** A whole number from {@code min} on. */
    public static Result.Shape whole(long min, long example) {
        return value(
                raw -> raw instanceof Long number && number >= min,
                out -> {
                    out.text("type", "integer");
                    out.number("minimum", min);
                },
                Long.toString(example));
    }

    /** True or false. */
    public static Result.Shape flag(boolean example) {
        return new Result.Value(FieldTypes.flag(), Boolean.toString(example));
    }

    /** Where an event stands, see {@link Moment#position()}. */
    public static Result.Shape position() {
        return text("^[0-9]+:[0-9]+$", "1:18");
    }

    /** A moment, RFC 3339 in UTC with nine digits. */
    public static Result.Shape time() {
        return text(
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{9}Z$",
                "2026-11-22T09:00:00.000000001Z");
    }

    /** A list of bodies of one kind. */
    public static Result.Shape list(Result item) {
        return new Result.Many(item);
    }

    private static Result.Shape value(Predicate<Object> takes, Document schema, String example) {
        return new Result.Value(new Told(takes, schema), example);
    }

    /** A value that clients are told and never asked for. */
    private record Told(Predicate<Object> takes, Document schema) implements FieldType<Object> {
        @Override
        public Read<Object> read(String name, Object raw) {
            return takes.test(raw)
                    ? Read.good(raw)
                    : Read.bad(INVALID_FIELD, name, name + " cannot be " + raw);
        }
    }
}
