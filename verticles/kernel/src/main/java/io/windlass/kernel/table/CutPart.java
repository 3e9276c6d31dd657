package io.windlass.kernel.table;

import java.util.function.Supplier;

/** A piece of a cut, small enough for one array: some rows of one table, or some byte strings. */
public final class CutPart {
    /** The name that stands for the byte store. */
    public static final String BYTE_STORE = "";

    /** How large a piece is about, in bytes. */
    static final int BYTES = 1 << 20;

    private final String table;
    private final int words;
    private final int count;
    private final Supplier<byte[]> content;

    CutPart(String table, int words, int count, Supplier<byte[]> content) {
        this.table = table;
        this.words = words;
        this.count = count;
        this.content = content;
    }

    /** The table's name, or {@link #BYTE_STORE}. */
    public String table() {
        return table;
    }

    /** How many words a row has; 0 for the byte store. */
    public int words() {
        return words;
    }

    /** How many rows there are, or how many bytes of the byte store. */
    public int count() {
        return count;
    }

    /** The rows as little-endian words, or the bytes; made by this call. */
    public byte[] content() {
        return content.get();
    }
}
