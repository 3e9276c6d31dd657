package io.windlass.kernel.feature;

/**
 * What a field may hold and how it is read.
 *
 * <p>A raw value is what JSON has: {@code String}, {@code Long} (a whole number that fits), {@code
 * java.math.BigDecimal} (any other number), {@code Boolean}, {@code java.util.Map} with texts as
 * keys, {@code java.util.List}, or {@link #NULL}. Fields of path and query are always {@code
 * String}.
 *
 * @param <T> the value
 */
public interface FieldType<T> {
    /** The raw value of a JSON {@code null}. */
    Object NULL = new Object();

    /** The error code of a field that no more specific code fits. */
    String INVALID_FIELD = "invalid-field";

    /** Reads a raw value of the field {@code name}. */
    Read<T> read(String name, Object raw);

    /** The JSON Schema of the raw value. */
    Document schema();
}
