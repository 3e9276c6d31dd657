package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.archive.Filters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of an ageing table as one reader sees them: those in memory, and beside them those that
 * were fetched from files because their keys were named.
 *
 * <pre>
 *   need(key) ... doubts() --a worker looks--> answer(doubt, row) ... find(key) ... clear()
 * </pre>
 */
final class AgeingRows<R> implements Rows<R> {
    private final RowType<R> type;
    private final Rows<R> inMemory;
    private final Named named = new Named();
    private final Map<Key, Optional<long[]>> fetched = new HashMap<>();
    private Filters filters = Filters.NONE;

    AgeingRows(RowType<R> type, Rows<R> inMemory) {
        this.type = type;
        this.inMemory = inMemory;
    }

    @Override
    public Optional<R> find(Key key) {
        Optional<R> found = inMemory.find(key);
        return found.isPresent() ? found : beside(key).map(row -> type.read(row, 0));
    }

    @Override
    public boolean contains(Key key) {
        return inMemory.contains(key) || beside(key).isPresent();
    }

    @Override
    public long word(Key key, int index, long otherwise) {
        return inMemory.contains(key)
                ? inMemory.word(key, index, otherwise)
                : beside(key).map(row -> row[index]).orElse(otherwise);
    }

    @Override
    public long touch(Key key) {
        return inMemory.touch(key);
    }

    @Override
    public long need(Key key) {
        if (!filters.isEmpty()) {
            named.add(hash(key), key);
        }
        return inMemory.touch(key);
    }

    @Override
    public long word(long key, int index) {
        return inMemory.word(key, index);
    }

    @Override
    public boolean seek(long key, RowCursor cursor) {
        return inMemory.seek(key, cursor);
    }

    @Override
    public void put(R row) {
        inMemory.put(row);
    }

    @Override
    public void add(R row) {
        inMemory.add(row);
    }

    @Override
    public void change(long key, RowChange change) {
        inMemory.change(key, change);
    }

    @Override
    public long count() {
        return inMemory.count();
    }

    @Override
    public void forEach(Consumer<R> reader) {
        inMemory.forEach(reader);
    }

    String name() {
        return type.name();
    }

    /** What the files hold from now on. */
    void know(Filters known) {
        filters = known;
    }

    /** Adds the named keys that may be in files, are not in memory and were not fetched yet. */
    void addDoubts(List<Doubt> doubts) {
        named.settle(
                filters,
                number -> {
                    Key key = named.key(number);
                    if (!fetched.containsKey(key) && !inMemory.contains(key)) {
                        doubts.add(new Doubt(type.name(), named.hash(number), key));
                    }
                });
    }

    /** Puts what the files have under a key beside the rows. */
    void answer(Key key, Optional<long[]> row) {
        fetched.put(key, row);
    }

    /** Begins with other names. */
    void clearNames() {
        named.clear();
    }

    /** Forgets what was fetched. */
    void clearFetched() {
        fetched.clear();
    }

    private Optional<long[]> beside(Key key) {
        if (filters.isEmpty()) {
            return Optional.empty();
        }
        int number = named.find(key);
        Invariant.hold(number >= 0, "a key of an ageing table was not named");
        if (!named.mayBeInFile(number)) {
            return Optional.empty();
        }
        Optional<long[]> row = fetched.get(key);
        Invariant.hold(row != null, "a row left memory between being named and asked for");
        return row;
    }

    private static long hash(Key key) {
        return Key.hash64(key.first(), key.second(), key.third(), key.fourth());
    }
}
