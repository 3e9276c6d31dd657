package io.windlass.kernel.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final ArrayDeque<List<Pending<R>>> sealed = new ArrayDeque<>();
    private List<Pending<R>> open = new ArrayList<>();
    private long openFrame;
    private int added;

    /**
     * A row with the frame that put it: a later frame may put an equal row once more. It is new if
     * there was none with its key, committed or decided.
     */
    private static final class Pending<R> {
        private final Key key;
        private final long frame;
        private final boolean isNew;
        private R row;

        Pending(Key key, long frame, boolean isNew, R row) {
            this.key = key;
            this.frame = frame;
            this.isNew = isNew;
            this.row = row;
        }
    }

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
        Pending<R> before = latest.get(key);
        if (before != null && before.frame == openFrame) {
            before.row = row;
            return;
        }
        boolean isNew = before == null && !committed.contains(key);
        if (isNew) {
            added++;
        }
        Pending<R> pending = new Pending<>(key, openFrame, isNew, row);
        latest.put(key, pending);
        open.add(pending);
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
            sealed.add(List.of());
        } else {
            sealed.add(open);
            open = new ArrayList<>();
        }
    }

    /** Moves the oldest sealed frame's rows down. */
    void commit() {
        int before = committed.count();
        for (Pending<R> pending : sealed.remove()) {
            if (pending.isNew) {
                committed.add(pending.key, pending.row);
            } else {
                committed.put(pending.key, pending.row);
            }
            latest.remove(pending.key, pending);
        }
        added -= committed.count() - before;
    }

    /** Forgets every uncommitted row. */
    void drop() {
        latest.clear();
        sealed.clear();
        open = new ArrayList<>();
        added = 0;
    }
}
