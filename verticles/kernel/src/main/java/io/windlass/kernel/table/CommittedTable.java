package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import io.windlass.base.wire.Hashes;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The committed rows of one table with the sum of their hashes.
 *
 * <p>The digest of a table is the sum (mod 2^64) of a 64-bit hash of table name and row words over
 * all rows: free of order, so it is kept by subtracting the old row and adding the new one.
 */
final class CommittedTable<R> implements Rows<R> {
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private final RowType<R> type;
    private final int words;
    private final Chunks chunks;
    private final RowIndex index;
    private final Wanted wanted = new Wanted();
    private final long seed;
    private long digest;

    CommittedTable(RowType<R> type) {
        this.type = type;
        this.words = type.words();
        this.chunks = new Chunks(words);
        this.index = RowIndex.of(type, chunks);
        byte[] name = type.name().getBytes(StandardCharsets.UTF_8);
        this.seed = Hashes.hash64(name, 0, name.length);
    }

    @Override
    public Optional<R> find(Key key) {
        int row = index.find(key);
        return row < 0
                ? Optional.empty()
                : Optional.of(type.read(chunks.chunk(row), chunks.offset(row)));
    }

    @Override
    public boolean contains(Key key) {
        return index.find(key) >= 0;
    }

    @Override
    public void put(R row) {
        int found = index.find(type.key(row));
        int number = found < 0 ? chunks.append() : found;
        long[] chunk = chunks.writable(number);
        int at = chunks.offset(number);
        if (found >= 0) {
            digest -= hash(chunk, at);
            type.write(row, chunk, at);
            digest += hash(chunk, at);
        } else {
            type.write(row, chunk, at);
            added(number, chunk);
        }
    }

    @Override
    public long word(Key key, int index) {
        int found = there(key);
        return chunks.chunk(found)[chunks.offset(found) + index];
    }

    @Override
    public void change(Key key, RowChange change) {
        int found = there(key);
        long[] chunk = chunks.writable(found);
        int at = chunks.offset(found);
        digest -= hash(chunk, at);
        change.apply(chunk, at);
        digest += hash(chunk, at);
    }

    /** Copies the words of the row with a key, which is there. */
    void copy(Key key, long[] target, int to) {
        int found = there(key);
        System.arraycopy(chunks.chunk(found), chunks.offset(found), target, to, words);
    }

    private int there(Key key) {
        int found = index.find(key);
        Invariant.hold(found >= 0, "a row is missing");
        return found;
    }

    /** Puts a row that is there as words. */
    void put(long[] row, int from) {
        int found = there(Key.at(row, from, type.keyWords()));
        long[] chunk = chunks.writable(found);
        int at = chunks.offset(found);
        digest -= hash(chunk, at);
        System.arraycopy(row, from, chunk, at, words);
        digest += hash(chunk, at);
    }

    /** Adds a row that is there as words and whose key is known not to be here. */
    void add(long[] row, int from) {
        int number = chunks.append();
        long[] chunk = chunks.writable(number);
        System.arraycopy(row, from, chunk, chunks.offset(number), words);
        added(number, chunk);
    }

    private void added(int number, long[] chunk) {
        digest += hash(chunk, chunks.offset(number));
        index.add(number);
    }

    @Override
    public long touch(Key key) {
        return index.touch(key);
    }

    @Override
    public long touchRow(Key key) {
        int row = index.likely(key);
        return row >= 0 && wanted.add(row) ? wanted.touch(this::ends) : 0;
    }

    /** A row spans up to three lines of the cache. */
    private long ends(int row) {
        long[] chunk = chunks.chunk(row);
        int at = chunks.offset(row);
        return chunk[at] + chunk[at + words / 2] + chunk[at + words - 1];
    }

    @Override
    public int count() {
        return chunks.count();
    }

    @Override
    public void forEach(Consumer<R> reader) {
        for (int row = 0; row < chunks.count(); row++) {
            reader.accept(type.read(chunks.chunk(row), chunks.offset(row)));
        }
    }

    long digest() {
        return digest;
    }

    FrozenTable freeze() {
        return chunks.freeze(type.name());
    }

    RowType<R> type() {
        return type;
    }

    /** Makes room for so many rows in all. */
    void reserve(int rows) {
        index.reserve(rows);
    }

    /** Adds rows that a part of a cut held. */
    void load(LongBuffer saved) {
        int from = chunks.count();
        chunks.load(saved);
        for (int row = from; row < chunks.count(); row++) {
            digest += hash(chunks.chunk(row), chunks.offset(row));
            index.add(row);
        }
    }

    /** Forgets all rows. */
    void clear() {
        chunks.clear();
        index.clear();
        digest = 0;
    }

    /** The memory held, in bytes. */
    long memoryBytes() {
        return chunks.memoryBytes() + index.memoryBytes();
    }

    /** Four lanes, because each step of one waits for the step before it. */
    private long hash(long[] chunk, int at) {
        long first = seed;
        long second = ~seed;
        long third = seed + FACTOR;
        long fourth = seed - FACTOR;
        int word = at;
        int end = at + words;
        for (; word + 4 <= end; word += 4) {
            first = step(first, chunk[word]);
            second = step(second, chunk[word + 1]);
            third = step(third, chunk[word + 2]);
            fourth = step(fourth, chunk[word + 3]);
        }
        for (; word < end; word++) {
            first = step(first, chunk[word]);
        }
        return Hashes.mix(step(step(step(first, second), third), fourth));
    }

    private static long step(long hash, long word) {
        return Long.rotateLeft(hash ^ word * FACTOR, 29) * 0xbf58476d1ce4e5b9L;
    }
}
