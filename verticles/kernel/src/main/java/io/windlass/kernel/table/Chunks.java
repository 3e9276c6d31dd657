package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Rows of equal width in chunks that are copied before they are changed when a cut still shares
 * them. The oldest rows may leave.
 *
 * <pre>
 *   rows ever    0 ... first ... count        in memory: first to count - 1
 *   number       the same modulo 2^30         what an index holds
 *   chunk        number / 1,024, modulo the length of the array, a power of two
 * </pre>
 */
final class Chunks {
    static final int SHIFT = 10;
    static final int ROWS = 1 << SHIFT;
    static final int MASK = ROWS - 1;
    private static final int NUMBERS = 1 << 30;

    private final int words;
    private final SpareChunks spare = new SpareChunks();
    private long[][] chunks = new long[4][];
    private int[] ownedSince = new int[4];
    private int cuts;
    private long first;
    private long count;

    Chunks(int words) {
        this.words = words;
    }

    /** How many rows there are, those that have left included. */
    long count() {
        return count;
    }

    /** How many rows have left. */
    long first() {
        return first;
    }

    /** The number that the next row gets. */
    int next() {
        return number(count);
    }

    /** The number of a row, counted from the first one ever. */
    static int number(long row) {
        return (int) row & NUMBERS - 1;
    }

    long[] chunk(int number) {
        return chunks[number >>> SHIFT & chunks.length - 1];
    }

    int offset(int number) {
        return (number & MASK) * words;
    }

    /** Makes room for one more row and returns its number. */
    int append() {
        if ((count & MASK) == 0) {
            begin();
        }
        return number(count++);
    }

    /** The chunk of a row, free to be written: no cut sees the change. */
    long[] writable(int number) {
        int chunk = number >>> SHIFT & chunks.length - 1;
        if (ownedSince[chunk] < cuts) {
            chunks[chunk] = chunks[chunk].clone();
            ownedSince[chunk] = cuts;
        }
        return chunks[chunk];
    }

    /** Adds rows that were saved. */
    void load(LongBuffer rows) {
        while (rows.hasRemaining()) {
            int number = append();
            int room = (ROWS - (number & MASK)) * words;
            int part = Math.min(room, rows.remaining());
            rows.get(chunk(number), offset(number), part);
            count += part / words - 1;
        }
    }

    /** Lets the oldest rows go: so many of those in memory. */
    void leave(int rows) {
        long next = first + rows;
        Invariant.hold(next <= count, "a row leaves that is not there");
        for (long chunk = first >>> SHIFT; chunk < next >>> SHIFT; chunk++) {
            spare.add(chunks[slot(chunk)], inUse());
            chunks[slot(chunk)] = null;
        }
        first = next;
    }

    /** Begins anew, behind so many rows that have left. */
    void clear(long left) {
        Arrays.fill(chunks, null);
        first = left;
        count = left;
        if ((left & MASK) != 0) {
            begin();
        }
    }

    /** The memory held, in bytes; copies that only a cut holds are not counted. */
    long memoryBytes() {
        return (inUse() + spare.count()) * ROWS * words * Long.BYTES;
    }

    private long inUse() {
        return ((count + MASK) >>> SHIFT) - (first >>> SHIFT);
    }

    /** Forgets the rows from one on. */
    void truncate(long rows) {
        count = rows;
    }

    /** Whether a row with this number is in memory. */
    boolean has(int number) {
        return (number - number(first) & NUMBERS - 1) < count - first;
    }

    /** Whether a row in memory comes before another one. */
    boolean isBefore(int number, long row) {
        return (number - number(first) & NUMBERS - 1) < row - first;
    }

    /** Freezes all rows in memory. */
    FrozenTable freeze(String name) {
        cuts++;
        return share(name, first, count - first);
    }

    /** Rows in memory that nobody will change. */
    FrozenTable share(String name, long from, long rows) {
        long[][] shared = new long[(int) (((from & MASK) + rows + MASK) >>> SHIFT)][];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = chunks[slot((from >>> SHIFT) + i)];
        }
        FrozenTable frozen = new FrozenTable(name, words, (int) (from & MASK), (int) rows, shared);
        spare.shared(frozen);
        return frozen;
    }

    /** Makes the chunk that the next row goes to. */
    private void begin() {
        long chunk = count >>> SHIFT;
        long used = chunk - (first >>> SHIFT);
        Invariant.hold(used < NUMBERS >>> SHIFT, "a table has too many rows in memory");
        if (used == chunks.length) {
            grow();
        }
        chunks[slot(chunk)] = spare.take().orElseGet(() -> new long[ROWS * words]);
        ownedSince[slot(chunk)] = cuts;
    }

    private void grow() {
        long[][] before = chunks;
        int[] ownedBefore = ownedSince;
        chunks = new long[before.length * 2][];
        ownedSince = new int[before.length * 2];
        for (long chunk = first >>> SHIFT; chunk < count >>> SHIFT; chunk++) {
            int from = (int) chunk & before.length - 1;
            chunks[slot(chunk)] = before[from];
            ownedSince[slot(chunk)] = ownedBefore[from];
        }
    }

    private int slot(long chunk) {
        return (int) chunk & chunks.length - 1;
    }
}
