package io.windlass.kernel.feature;

/** A table that all partitions of a group hold alike, published to edges; immutable. */
public interface SharedTable {
    /**
     * How many numbered changes it has seen; partitions with the same number hold the same rows.
     */
    long number();
}
