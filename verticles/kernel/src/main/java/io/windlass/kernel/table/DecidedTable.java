package io.windlass.kernel.table;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of one table as the leader decided them: a layer of uncommitted rows over the committed
 * ones, kept by frame so that each frame's rows can move down, or all of them be dropped.
 */
final class DecidedTable<R> implements Rows<R> {
    private final RowType<R> type;
    private final CommittedTable<R> committed;
    private final Map<Key, R> latest = new HashMap<>();
    private final ArrayDeque<Map<Key, R>> sealed = new ArrayDeque<>();
    private Map<Key, R> open = new LinkedHashMap<>();
    private int added;

    DecidedTable(RowType<R> type, CommittedTable<R> committed) {
        this.type = type;
        this.committed = committed;
    }

    @Override
    public Optional<R> find(Key key) {
        R row = latest.get(key);
        return row == null ? committed.find(key) : Optional.of(row);
    }

    @Override
    public void put(R row) {
        Key key = type.key(row);
        if (latest.put(key, row) == null && committed.find(key).isEmpty()) {
            added++;
        }
        open.put(key, row);
    }

    @Override
    public int count() {
        return committed.count() + added;
    }

    @Override
    public void forEach(Consumer<R> reader) {
        committed.forEach(reader);
    }

    /** Ends the open frame: what was put since the last seal belongs to it. */
    void seal() {
        sealed.add(open);
        open = open.isEmpty() ? open : new LinkedHashMap<>();
    }

    /** Moves the oldest sealed frame's rows down. */
    void commit() {
        int before = committed.count();
        for (Map.Entry<Key, R> put : sealed.remove().entrySet()) {
            committed.put(put.getValue());
            latest.remove(put.getKey(), put.getValue());
        }
        added -= committed.count() - before;
    }

    /** Forgets every uncommitted row. */
    void drop() {
        latest.clear();
        sealed.clear();
        open = new LinkedHashMap<>();
        added = 0;
    }
}
