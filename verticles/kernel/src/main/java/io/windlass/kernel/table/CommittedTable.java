package io.windlass.kernel.table;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Source;
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
    private final RowType<R> type;
    private final int words;
    private final Chunks chunks;
    private final RowIndex index;
    private final long seed;
    private long digest;

    CommittedTable(RowType<R> type) {
        this.type = type;
        this.words = type.words();
        this.chunks = new Chunks(words);
        this.index = new RowIndex(chunks, type.keyWords());
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

    boolean contains(Key key) {
        return index.find(key) >= 0;
    }

    @Override
    public void put(R row) {
        put(type.key(row), row);
    }

    /** Puts a row whose key is known. */
    void put(Key key, R row) {
        int found = index.find(key);
        if (found < 0) {
            add(key, row);
            return;
        }
        long[] chunk = chunks.writable(found);
        int at = chunks.offset(found);
        digest -= hash(chunk, at);
        type.write(row, chunk, at);
        digest += hash(chunk, at);
    }

    /** Adds a row whose key is known not to be there. */
    void add(Key key, R row) {
        int number = chunks.append();
        long[] chunk = chunks.writable(number);
        int at = chunks.offset(number);
        type.write(row, chunk, at);
        digest += hash(chunk, at);
        index.add(key, number);
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

    void load(Source source, int count) {
        long[] row = new long[words];
        for (int i = 0; i < count; i++) {
            for (int word = 0; word < words; word++) {
                row[word] = source.u64();
            }
            put(type.read(row, 0));
        }
    }

    private long hash(long[] chunk, int at) {
        long hash = seed;
        for (int word = 0; word < words; word++) {
            hash = Long.rotateLeft(hash ^ chunk[at + word] * 0x9e3779b97f4a7c15L, 29);
            hash *= 0xbf58476d1ce4e5b9L;
        }
        return Hashes.mix(hash);
    }
}
