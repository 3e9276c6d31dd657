package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import java.nio.LongBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The committed rows of one table with the sum of their hashes.
 *
 * <p>The digest of a table is the sum (mod 2^64) of a 64-bit hash of table name and row words over
 * all rows: free of order, so it is kept by subtracting the old row and adding the new one.
 */
final class CommittedTable<R> implements Rows<R> {
    private static final int GROUP = 32;

    private final RowType<R> type;
    private final int words;
    private final Chunks chunks;
    private final RowIndex index;
    private final long[] scratch;
    private final Wanted wanted = new Wanted();
    private final RowHash hash;
    private final boolean isAgeing;
    private long digest;
    private long sealed;

    /** Nobody reads it: it keeps the touching from being left out. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    CommittedTable(RowType<R> type) {
        this.type = type;
        this.words = type.words();
        this.scratch = new long[words];
        this.chunks = new Chunks(words);
        this.index = RowIndex.of(type, chunks);
        this.hash = new RowHash(type);
        this.isAgeing = type.isAgeing();
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

    /** Whether there is a row with the key of the row that is there as words. */
    boolean contains(long[] row, int at) {
        return rowOf(row, at) >= 0;
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
            cursor.stand(chunks.chunk(row), chunks.offset(row));
        }
        return row >= 0;
    }

    private long word(int row, int index) {
        return chunks.chunk(row)[chunks.offset(row) + index];
    }

    @Override
    public void change(long key, RowChange change) {
        int found = there(key);
        long[] chunk = chunks.writable(found);
        int at = chunks.offset(found);
        digest -= hash.of(chunk, at);
        change.apply(chunk, at);
        digest += hash.of(chunk, at);
    }

    /** Copies the words of the row with a key of one word, which is there. */
    void copy(long key, long[] target, int to) {
        int found = there(key);
        System.arraycopy(chunks.chunk(found), chunks.offset(found), target, to, words);
    }

    private int rowOf(Key key) {
        return index.find(key.first(), key.second(), key.third(), key.fourth());
    }

    private int rowOf(long[] row, int at) {
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

    /** Puts a row that is there as words. */
    void put(long[] row, int from) {
        replace(there(rowOf(row, from)), row, from);
    }

    private void replace(int found, long[] row, int from) {
        Invariant.hold(!isAgeing, "a row of an ageing table is put twice");
        long[] chunk = chunks.writable(found);
        int at = chunks.offset(found);
        digest -= hash.of(chunk, at);
        System.arraycopy(row, from, chunk, at, words);
        digest += hash.of(chunk, at);
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
        digest += hash.of(chunk, at);
        return number;
    }

    @Override
    public long touch(Key key) {
        return index.touch(key.first(), key.second(), key.third(), key.fourth());
    }

    /** The same for the hash of a key. */
    long touchHash(long hash) {
        return ((HashedIndex) index).touch((int) (hash >>> 32));
    }

    /** The same for the key of a row as words, and for the row itself if it has a number. */
    long touch(long[] row, int at) {
        return type.keyWords() == 1
                ? touchRow(row[at])
                : index.touch(row[at], row[at + 1], key(row, at, 2), key(row, at, 3));
    }

    @Override
    public long touchRow(long key) {
        int row = index.likely(key, 0, 0, 0);
        return row >= 0 && wanted.add(row) ? wanted.touch(this::ends) : 0;
    }

    /** A row spans up to three lines of the cache. */
    private long ends(int row) {
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
        for (long at = chunks.first(); at < chunks.count(); at++) {
            int row = Chunks.number(at);
            reader.accept(type.read(chunks.chunk(row), chunks.offset(row)));
        }
    }

    long digest() {
        return digest;
    }

    FrozenTable freeze() {
        return isAgeing
                ? chunks.share(type.name(), sealed, chunks.count() - sealed)
                : chunks.freeze(type.name());
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
        long from = chunks.count();
        chunks.load(saved);
        for (long at = from; at < chunks.count(); at++) {
            int row = Chunks.number(at);
            digest += hash.of(chunks.chunk(row), chunks.offset(row));
            index.add(row);
        }
    }

    /** Forgets all rows. */
    void clear() {
        begin(0, 0);
    }

    /** Begins anew, behind so many rows in files, which make up this digest. */
    void begin(long inFiles, long digestOfThem) {
        chunks.clear(inFiles);
        index.clear();
        sealed = inFiles;
        digest = digestOfThem;
    }

    /** How many rows are in files, the oldest ones; some may still be in memory as well. */
    long sealed() {
        return sealed;
    }

    /** How many rows have left memory. */
    long left() {
        return chunks.first();
    }

    /** Rows in memory that are in no file, the oldest first. */
    FrozenTable unsealed(int rows) {
        return chunks.share(type.name(), sealed, rows);
    }

    /** Takes note that so many more rows are in files. */
    void sealed(int rows) {
        sealed += rows;
    }

    /** Lets the oldest rows leave memory that are in files, so many at most; how many did. */
    int leave(int most) {
        int rows = (int) Math.min(most, sealed - chunks.first());
        HashedIndex hashed = (HashedIndex) index;
        int keyWords = type.keyWords();
        for (int from = 0; from < rows; from += GROUP) {
            int to = Math.min(from + GROUP, rows);
            for (int i = from; i < to; i++) {
                int row = Chunks.number(chunks.first() + i);
                long[] chunk = chunks.chunk(row);
                touched += hashed.touch(Key.hashAt(chunk, chunks.offset(row), keyWords));
            }
            for (int i = from; i < to; i++) {
                int row = Chunks.number(chunks.first() + i);
                hashed.remove(Key.hashAt(chunks.chunk(row), chunks.offset(row), keyWords), row);
            }
        }
        chunks.leave(rows);
        return rows;
    }

    /** The memory held, in bytes. */
    long memoryBytes() {
        return chunks.memoryBytes() + index.memoryBytes();
    }
}
