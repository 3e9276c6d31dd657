package io.windlass.kernel.feature;

/** A body without a format: it writes its members in order, the edge renders them. Immutable. */
@FunctionalInterface
public interface Document {
    /** Writes all members. May be called more than once and on any thread. */
    void write(DocumentWriter out);
}
