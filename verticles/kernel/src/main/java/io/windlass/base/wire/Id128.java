package io.windlass.base.wire;

/**
 * A 128-bit identifier, compared by value.
 *
 * @param high the 64 most significant bits
 * @param low the 64 least significant bits
 */
public record Id128(long high, long low) {}
