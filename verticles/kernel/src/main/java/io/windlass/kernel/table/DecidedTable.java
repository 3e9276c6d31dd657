package io.windlass.kernel.table;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of one table as the leader decided them: a layer of uncommitted rows over the committed
 * ones, kept by frame so that each frame's rows can move down, or all of them be dropped.
 */
final class DecidedTable<R> implements Rows<R> {
    private final RowType<R> type;
    private final CommittedTable<R> committed;
    private final PendingRows pending;
    private final Wanted wanted = new Wanted();
    private final Wanted wantedHashes = new Wanted();
    private long added;

    /** Nobody reads it: it keeps the touching from being left out. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    DecidedTable(RowType<R> type, CommittedTable<R> committed) {
        this.type = type;
        this.committed = committed;
        this.pending = new PendingRows(type);
    }

    @Override
    public Optional<R> find(Key key) {
        int place = pending.find(key);
        return place == 0
                ? committed.find(key)
                : Optional.of(type.read(pending.words(place), pending.offset(place)));
    }

    @Override
    public boolean contains(Key key) {
        return pending.find(key) != 0 || committed.contains(key);
    }

    @Override
    public long touch(Key key) {
        return wantedHashes.add(key.hashCode())
                ? wantedHashes.touch(pending::near, committed::near)
                : 0;
    }

    @Override
    public long touchRow(long key) {
        return wanted.add(key) ? wanted.touch(pending::nearNumber, this::ends) : 0;
    }

    /** Of the row that decisions see: a row spans up to three lines of the cache. */
    private long ends(long key) {
        int place = pending.find(key);
        if (place == 0) {
            return committed.ends(key);
        }
        long[] row = pending.words(place);
        int at = pending.offset(place);
        return row[at] + row[at + type.words() / 2] + row[at + type.words() - 1];
    }

    @Override
    public void put(R row) {
        PendingFrame open = pending.open();
        int next = open.next();
        type.write(row, open.words(), open.offset(next));
        int before = pending.findNext();
        if (before != 0 && pending.isOpen(before)) {
            pending.replace(before);
            return;
        }
        if (before != 0) {
            pending.keepChanged(committed.sum(pending.words(before), pending.offset(before)));
            return;
        }
        int found = committed.rowOf(open.words(), open.offset(next));
        if (found >= 0) {
            pending.keepChanged(committed.sum(found));
        } else {
            added++;
            pending.keepNew();
        }
    }

    @Override
    public void add(R row) {
        PendingFrame open = pending.open();
        int next = open.next();
        type.write(row, open.words(), open.offset(next));
        added++;
        pending.keepNew();
    }

    @Override
    public long word(long key, int index) {
        int place = pending.find(key);
        return place == 0
                ? committed.word(key, index)
                : pending.words(place)[pending.offset(place) + index];
    }

    @Override
    public long word(Key key, int index, long otherwise) {
        int place = pending.find(key);
        return place == 0
                ? committed.word(key, index, otherwise)
                : pending.words(place)[pending.offset(place) + index];
    }

    @Override
    public boolean seek(long key, RowCursor cursor) {
        int place = pending.find(key);
        if (place == 0) {
            return committed.seek(key, cursor);
        }
        cursor.take(pending.words(place), pending.offset(place));
        return true;
    }

    @Override
    public void change(long key, RowChange change) {
        int before = pending.find(key);
        if (before != 0 && pending.isOpen(before)) {
            change.apply(pending.words(before), pending.offset(before));
            return;
        }
        PendingFrame open = pending.open();
        int at = open.offset(open.next());
        if (before == 0) {
            committed.copy(key, open.words(), at);
        } else {
            int from = pending.offset(before);
            System.arraycopy(pending.words(before), from, open.words(), at, type.words());
        }
        long sumBefore = committed.sum(open.words(), at);
        change.apply(open.words(), at);
        pending.keepChanged(sumBefore);
    }

    @Override
    public long count() {
        return committed.count() + added;
    }

    @Override
    public void forEach(Consumer<R> reader) {
        committed.forEach(reader);
    }

    /** Ends the open frame: what was put since the last seal belongs to it. */
    void seal() {
        pending.seal();
    }

    /** Moves the oldest sealed frame's rows down. */
    void commit() {
        long before = committed.count();
        pending.release(this::touch, this::commit);
        added -= committed.count() - before;
    }

    /** Forgets every uncommitted row. */
    void drop() {
        pending.clear();
        added = 0;
    }

    /** What was near when the frame was decided has made room for other things since. */
    private void touch(PendingFrame frame, int row) {
        touched += committed.touch(frame.words(), frame.offset(row));
    }

    private void commit(PendingFrame frame, int row) {
        if (frame.isNew(row)) {
            committed.add(frame.words(), frame.offset(row));
        } else {
            committed.put(frame.words(), frame.offset(row), frame.sumBefore(row));
        }
    }
}
