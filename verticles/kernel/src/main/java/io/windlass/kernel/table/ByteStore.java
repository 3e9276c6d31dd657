package io.windlass.kernel.table;

/**
 * The table of what has no fixed width: byte strings added once, never changed, named by where they
 * begin. Used on the partition's loop only.
 */
public interface ByteStore {
    /** Adds 1 to 65,535 bytes and returns their reference, at least 1. Called by events only. */
    long add(byte[] value);

    /** The bytes that {@link #add} stored under this reference. */
    byte[] get(long reference);
}
