package io.windlass.kernel.feature;

import java.util.Optional;

/**
 * One field of a request, declared once: reading, order of validation, documentation and contract
 * tests all derive from it.
 *
 * @param name as clients write it, snake_case
 * @param place where it stands
 * @param presence whether it must be there
 * @param type what it may hold
 * @param example a valid value, as text
 * @param missingCode the error code if it is required and missing
 * @param <T> the value
 */
public record Field<T>(
        String name,
        Place place,
        Presence presence,
        FieldType<T> type,
        String example,
        String missingCode) {

    /** Where a field stands. */
    public enum Place {
        /** In the path. */
        PATH,
        /** Behind the question mark. */
        QUERY,
        /** In the JSON object of the body. */
        BODY
    }

    /** Whether a field must be there. */
    public enum Presence {
        /** It must. */
        REQUIRED,
        /** It may. */
        OPTIONAL
    }

    /** A field of the path. */
    public static <T> Field<T> path(String name, FieldType<T> type, String example) {
        return required(name, Place.PATH, type, example);
    }

    /** A required field behind the question mark. */
    public static <T> Field<T> query(String name, FieldType<T> type, String example) {
        return required(name, Place.QUERY, type, example);
    }

    /** A required field of the body. */
    public static <T> Field<T> body(String name, FieldType<T> type, String example) {
        return required(name, Place.BODY, type, example);
    }

    /** An optional field of the body. */
    public static <T> Field<T> optional(String name, FieldType<T> type, String example) {
        return new Field<>(
                name, Place.BODY, Presence.OPTIONAL, type, example, FieldType.INVALID_FIELD);
    }

    /** The same field with an error code of its own when it is missing. */
    public Field<T> orElse(String code) {
        return new Field<>(name, place, presence, type, example, code);
    }

    /** Reads a raw value; see {@link FieldType#read}. */
    public Read<T> read(Object raw) {
        return type.read(name, raw);
    }

    /** What is wrong when nothing stands in the field's place, if it has to be there. */
    public Optional<Malformed> missing() {
        return presence == Presence.OPTIONAL
                ? Optional.empty()
                : Optional.of(new Malformed(missingCode, name, name + " is required"));
    }

    private static <T> Field<T> required(
            String name, Place place, FieldType<T> type, String example) {
        return new Field<>(name, place, Presence.REQUIRED, type, example, FieldType.INVALID_FIELD);
    }
}
