package io.windlass.kernel.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of one table as the leader decided them: a layer of uncommitted rows over the committed
 * ones, kept by frame so that each frame's rows can move down, or all of them be dropped.
 */
final class DecidedTable<R> implements Rows<R> {
    private final RowType<R> type;
    private final CommittedTable<R> committed;
    private final PendingIndex<R> latest = new PendingIndex<>();
    private final ArrayDeque<List<PendingRow<R>>> sealed = new ArrayDeque<>();
    private List<PendingRow<R>> open = new ArrayList<>();
    private long openFrame;
    private int added;

    DecidedTable(RowType<R> type, CommittedTable<R> committed) {
        this.type = type;
        this.committed = committed;
    }

    @Override
    public Optional<R> find(Key key) {
        Optional<PendingRow<R>> pending = latest.find(key);
        return pending.isPresent() ? Optional.of(pending.get().row) : committed.find(key);
    }

    @Override
    public void put(R row) {
        Key key = type.key(row);
        Optional<PendingRow<R>> before = latest.find(key);
        if (before.isPresent() && before.get().frame == openFrame) {
            before.get().row = row;
            return;
        }
        boolean isNew = before.isEmpty() && !committed.contains(key);
        if (isNew) {
            added++;
        }
        PendingRow<R> pending = new PendingRow<>(key, openFrame, isNew, row);
        latest.put(pending);
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
        for (PendingRow<R> pending : sealed.remove()) {
            if (pending.isNew) {
                committed.add(pending.key, pending.row);
            } else {
                committed.put(pending.key, pending.row);
            }
            latest.remove(pending);
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
