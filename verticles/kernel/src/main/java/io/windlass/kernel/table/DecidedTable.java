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
    private final Map<Key, Pending<R>> latest = new HashMap<>();
    private final ArrayDeque<Map<Key, R>> sealed = new ArrayDeque<>();
    private Map<Key, R> open = new LinkedHashMap<>();
    private long openFrame;
    private int added;

    /** A row with the frame that put it: a later frame may put an equal row once more. */
    private record Pending<R>(R row, long frame) {}

    DecidedTable(RowType<R> type, CommittedTable<R> committed) {
        this.type = type;
        this.committed = committed;
    }

    @Override
    public Optional<R> find(Key key) {
        Pending<R> pending = latest.get(key);
        return pending == null ? committed.find(key) : Optional.of(pending.row);
    }

    @Override
    public void put(R row) {
        Key key = type.key(row);
        if (latest.put(key, new Pending<>(row, openFrame)) == null
                && committed.find(key).isEmpty()) {
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
        openFrame++;
        if (open.isEmpty()) {
            sealed.add(Map.of());
        } else {
            sealed.add(open);
            open = new LinkedHashMap<>();
        }
    }

    /** Moves the oldest sealed frame's rows down. */
    void commit() {
        int before = committed.count();
        long frame = openFrame - sealed.size();
        for (Map.Entry<Key, R> put : sealed.remove().entrySet()) {
            committed.put(put.getValue());
            if (latest.get(put.getKey()).frame == frame) {
                latest.remove(put.getKey());
            }
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
