package io.windlass.kernel.feature;

/**
 * A value that was read, or why it could not be.
 *
 * @param <T> the value
 */
public sealed interface Read<T> {
    /** It was read. */
    record Good<T>(T value) implements Read<T> {}

    /** It could not be read. */
    record Bad<T>(Malformed why) implements Read<T> {}

    /** A value that was read. */
    static <T> Read<T> good(T value) {
        return new Good<>(value);
    }

    /** A field that could not be read. */
    static <T> Read<T> bad(String code, String field, String detail) {
        return new Bad<>(new Malformed(code, field, detail));
    }
}
