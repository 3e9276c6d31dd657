package io.windlass.kernel.table;

import java.nio.LongBuffer;

/** A table whose rows change: a layer of decided rows lies over the committed ones. */
final class LayeredTable<R> implements Table<R> {
    private final RowType<R> type;
    private final CommittedTable<R> committed;
    private final DecidedTable<R> decided;

    LayeredTable(RowType<R> type) {
        this.type = type;
        this.committed = new CommittedTable<>(type);
        this.decided = new DecidedTable<>(type, committed);
    }

    @Override
    public RowType<R> type() {
        return type;
    }

    @Override
    public Rows<R> decided() {
        return decided;
    }

    @Override
    public Rows<R> committed() {
        return committed;
    }

    @Override
    public void seal() {
        decided.seal();
    }

    @Override
    public void commit() {
        decided.commit();
    }

    @Override
    public void drop() {
        decided.drop();
    }

    @Override
    public long digest() {
        return committed.digest();
    }

    @Override
    public FrozenTable freeze() {
        return committed.freeze();
    }

    @Override
    public void reserve(int rows) {
        committed.reserve(rows);
    }

    @Override
    public void load(LongBuffer saved) {
        committed.load(saved);
    }

    @Override
    public void clear() {
        committed.clear();
    }

    @Override
    public long memoryBytes() {
        return committed.memoryBytes();
    }
}
