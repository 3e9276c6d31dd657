package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import java.nio.LongBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** The committed rows of one table with the sum of their hashes, see {@link RowDigest}. */
final class CommittedTable<R> implements Rows<R> {
    private final RowType<R> type;
    private final int words;
    private final Chunks chunks;
    private final RowIndex index;
    private final long[] scratch;
    private final Wanted wanted = new Wanted();
    private final Wanted wantedHashes = new Wanted();
    private final RowDigest rowDigest;
    private long digest;

    CommittedTable(RowType<R> type) {
        this.type = type;
        this.words = type.words();
        this.scratch = new long[words];
        this.chunks = new Chunks(words);
        this.index = RowIndex.of(type, chunks);
        this.rowDigest = new RowDigest(type);
    }

    @Override
    public Optional<R> find(Key key) {
        int row = rowOf(key);
        return row < 0
                ? Optional.empty()
                : Optional.of(type.read(chunks.chunk(row), chunks.offset(row)));
    }

    @Override
    public boolean contains(Key key) {
        return rowOf(key) >= 0;
    }

    @Override
    public void put(R row) {
        type.write(row, scratch, 0);
        int found =
                index.findOrAdd(
                        scratch[0],
                        key(scratch, 0, 1),
                        key(scratch, 0, 2),
                        key(scratch, 0, 3),
                        chunks.next());
        if (found < 0) {
            append(scratch, 0);
        } else {
            replace(found, scratch, 0);
        }
    }

    @Override
    public long word(long key, int index) {
        return word(there(key), index);
    }

    @Override
    public long word(Key key, int index, long otherwise) {
        int found = rowOf(key);
        return found < 0 ? otherwise : word(found, index);
    }

    @Override
    public boolean seek(long key, RowCursor cursor) {
        int row = index.find(key, 0, 0, 0);
        if (row >= 0) {
            cursor.take(chunks.chunk(row), chunks.offset(row));
        }
        return row >= 0;
    }

    private long word(int row, int index) {
        return chunks.chunk(row)[chunks.offset(row) + index];
    }

    @Override
    public void change(long key, RowChange change) {
        int found = there(key);
        System.arraycopy(chunks.chunk(found), chunks.offset(found), scratch, 0, words);
        change.apply(scratch, 0);
        replace(found, scratch, 0);
    }

    /** Copies the words of the row with a key of one word, which is there. */
    void copy(long key, long[] target, int to) {
        int found = there(key);
        System.arraycopy(chunks.chunk(found), chunks.offset(found), target, to, words);
    }

    private int rowOf(Key key) {
        return index.find(key.first(), key.second(), key.third(), key.fourth());
    }

    /** The number of the row with the key of the row that is there as words, or -1. */
    int rowOf(long[] row, int at) {
        return index.find(row[at], key(row, at, 1), key(row, at, 2), key(row, at, 3));
    }

    private long key(long[] row, int at, int word) {
        return Key.word(row, at, type.keyWords(), word);
    }

    private int there(long key) {
        return there(index.find(key, 0, 0, 0));
    }

    private static int there(int found) {
        Invariant.hold(found >= 0, "a row is missing");
        return found;
    }

    /** See {@link RowDigest#sum}; of a row that is there as words. */
    long sum(long[] row, int at) {
        return rowDigest.sum(row, at);
    }

    /** The same of a row by its number. */
    long sum(int row) {
        return sum(chunks.chunk(row), chunks.offset(row));
    }

    /**
     * Puts a row that is there as words over one that is not read: it waits in memory that is far.
     *
     * @param sumBefore the sum of that one
     */
    void put(long[] row, int from, long sumBefore) {
        int found =
                there(
                        index.likely(
                                row[from],
                                key(row, from, 1),
                                key(row, from, 2),
                                key(row, from, 3)));
        System.arraycopy(row, from, chunks.writable(found), chunks.offset(found), words);
        digest += rowDigest.change(sumBefore, row, from);
    }

    private void replace(int found, long[] row, int from) {
        long[] chunk = chunks.writable(found);
        int at = chunks.offset(found);
        digest += rowDigest.replace(chunk, at, row, from);
    }

    /** Adds a row that is there as words and whose key is known not to be here. */
    void add(long[] row, int from) {
        index.add(append(row, from));
    }

    private int append(long[] row, int from) {
        int number = chunks.append();
        long[] chunk = chunks.writable(number);
        int at = chunks.offset(number);
        System.arraycopy(row, from, chunk, at, words);
        digest += rowDigest.of(chunk, at);
        return number;
    }

    @Override
    public long touch(Key key) {
        return touchHash(key.hashCode());
    }

    private long touchHash(int hash) {
        return wantedHashes.add(hash) ? wantedHashes.touch(index::near) : 0;
    }

    /** See {@link RowIndex#near}. */
    long near(long hash) {
        return index.near(hash);
    }

    /** The same for the key of a row as words, and for the row itself if it has a number. */
    long touch(long[] row, int at) {
        return type.keyWords() == 1
                ? touchRow(row[at])
                : touchHash(Key.hashAt(row, at, type.keyWords()));
    }

    @Override
    public long touchRow(long key) {
        return wanted.add(key) ? wanted.touch(this::ends) : 0;
    }

    /** A row spans up to three lines of the cache. */
    long ends(long key) {
        int row = index.likely(key, 0, 0, 0);
        if (row < 0) {
            return 0;
        }
        long[] chunk = chunks.chunk(row);
        int at = chunks.offset(row);
        return chunk[at] + chunk[at + words / 2] + chunk[at + words - 1];
    }

    @Override
    public long count() {
        return chunks.count();
    }

    @Override
    public void forEach(Consumer<R> reader) {
        for (int row = 0; row < chunks.next(); row++) {
            reader.accept(type.read(chunks.chunk(row), chunks.offset(row)));
        }
    }

    long digest() {
        return digest;
    }

    FrozenTable freeze() {
        return chunks.freeze(type.name());
    }

    /** Makes room for so many rows in all. */
    void reserve(int rows) {
        index.reserve(rows);
    }

    /** Adds rows that a part of a cut held. */
    void load(LongBuffer saved) {
        int from = chunks.next();
        chunks.load(saved);
        for (int row = from; row < chunks.next(); row++) {
            digest += rowDigest.of(chunks.chunk(row), chunks.offset(row));
            index.add(row);
        }
    }

    /** Forgets all rows. */
    void clear() {
        chunks.clear(0);
        index.clear();
        digest = 0;
    }

    /** The memory held, in bytes. */
    long memoryBytes() {
        return chunks.memoryBytes() + index.memoryBytes();
    }
}
