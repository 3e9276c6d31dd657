package io.windlass.kernel.feature;

/**
 * The edge could not read the request: nothing was executed, no id was used up.
 *
 * @param code the error code, for example {@code amount-scale}
 * @param field the field it is about, empty if it is the request as a whole
 * @param detail one sentence for people
 */
public record Malformed(String code, String field, String detail) implements Answer {}
