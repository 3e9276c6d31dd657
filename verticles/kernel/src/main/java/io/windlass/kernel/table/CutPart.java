package io.windlass.kernel.table;

import java.util.List;
import java.util.function.Supplier;

/**
 * What one file of a snapshot holds of a cut, small enough for one array when it is loaded: some
 * rows of one table, or some byte strings. It is written in pieces, which take little time each and
 * are small enough for a collector to treat them as any other array.
 */
public final class CutPart {
    /** The name that stands for the byte store. */
    public static final String BYTE_STORE = "";

    /** How large a piece is about, in bytes. */
    static final int PIECE_BYTES = 1 << 18;

    /** How many pieces a part has at most. */
    static final int PIECES = 16;

    private final String table;
    private final int words;
    private final int count;
    private final List<Supplier<byte[]>> pieces;

    CutPart(String table, int words, int count, List<Supplier<byte[]>> pieces) {
        this.table = table;
        this.words = words;
        this.count = count;
        this.pieces = pieces;
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

    /** How many bytes it has. */
    public long bytes() {
        return words == 0 ? count : (long) count * words * Long.BYTES;
    }

    /** The rows as little-endian words, or the bytes, one behind the other; made when asked for. */
    public List<Supplier<byte[]>> pieces() {
        return pieces;
    }
}
