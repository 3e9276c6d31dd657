package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.archive.Filters;
import io.windlass.kernel.archive.Holding;
import io.windlass.kernel.archive.RowsToSeal;
import io.windlass.kernel.archive.Shape;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ageing table: its rows in memory, and what is known of those in files.
 *
 * <pre>
 *   rows ever   0 ... left ... in files ... count
 *               | files only | both | memory only
 * </pre>
 */
final class AgeingTable<R> implements Table<R> {
    private final RowType<R> type;
    private final AppendedTable<R> rows;
    private final AgeingRows<R> committed;
    private final AgeingRows<R> decided;
    private final List<Holding> holdings = new ArrayList<>();
    private Filters filters = Filters.NONE;
    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private Optional<FrozenTable> due = Optional.empty();
    private long inFiles;
    private long marked;

    /**
     * Where a file is to end.
     *
     * @param rows how many had been put
     * @param digest of all of them
     */
    private record Mark(long rows, long digest) {}

    AgeingTable(RowType<R> type) {
        Invariant.hold(type.isAppendOnly(), "rows that change do not leave");
        this.type = type;
        this.rows = new AppendedTable<>(type);
        this.committed = new AgeingRows<>(type, rows.committed());
        this.decided = new AgeingRows<>(type, rows.decided());
    }

    @Override
    public RowType<R> type() {
        return type;
    }

    @Override
    public AgeingRows<R> decided() {
        return decided;
    }

    @Override
    public AgeingRows<R> committed() {
        return committed;
    }

    @Override
    public void seal() {
        rows.seal();
    }

    @Override
    public void commit() {
        rows.commit();
    }

    @Override
    public void drop() {
        rows.drop();
    }

    @Override
    public long digest() {
        return rows.digest();
    }

    /** Of those in no file. */
    @Override
    public FrozenTable freeze() {
        return rows.share(inFiles);
    }

    @Override
    public void reserve(int count) {
        rows.reserve(count);
    }

    @Override
    public void load(LongBuffer saved) {
        rows.load(saved);
    }

    @Override
    public void clear() {
        begin(List.of(), Filters.NONE);
    }

    @Override
    public long memoryBytes() {
        return rows.memoryBytes() + filters.memoryBytes();
    }

    List<Holding> holdings() {
        return holdings;
    }

    /** Lets a file end here if at least so many rows have come since the last end. */
    void mark(int count) {
        if (committed.count() - marked >= count) {
            marked = committed.count();
            marks.add(new Mark(marked, digest()));
        }
    }

    /** The rows of the next file if its end is marked. */
    Optional<RowsToSeal> due() {
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        Mark end = marks.element();
        long before = holdings.stream().mapToLong(Holding::digest).sum();
        int count = (int) (end.rows - inFiles);
        FrozenTable oldest = freeze();
        due = Optional.of(oldest);
        return Optional.of(new Oldest<>(type, oldest, count, end.digest - before));
    }

    int filesDue() {
        return marks.size();
    }

    /** Takes note that the oldest rows that were in no file are in one. */
    void sealed(Holding holding, Filters known) {
        due.ifPresent(FrozenTable::release);
        due = Optional.empty();
        marks.remove();
        holdings.add(holding);
        inFiles += holding.count();
        know(known);
    }

    /** Lets so many rows that are in files and not among the newest leave; whether any did. */
    boolean leave(long newest, int most) {
        long end = Math.min(inFiles, committed.count() - newest);
        long leaving = Math.min(most, end - rows.left());
        if (leaving <= 0) {
            return false;
        }
        rows.leave((int) leaving);
        return true;
    }

    /** How many files have a row that has left memory. */
    int leftFiles() {
        int files = 0;
        for (long left = rows.left(); left > 0; left -= holdings.get(files - 1).count()) {
            files++;
        }
        return files;
    }

    /** Begins anew with rows in files alone. */
    void begin(List<Holding> held, Filters known) {
        holdings.clear();
        holdings.addAll(held);
        inFiles = held.stream().mapToLong(Holding::count).sum();
        marks.clear();
        marked = inFiles;
        rows.begin(inFiles, held.stream().mapToLong(Holding::digest).sum());
        know(known);
    }

    private void know(Filters known) {
        filters = known;
        committed.know(known);
        decided.know(known);
    }

    /** Rows of which a file is made; a worker reads them. */
    private record Oldest<R>(RowType<R> type, FrozenTable rows, int count, long digest)
            implements RowsToSeal {
        @Override
        public Holding holding() {
            Shape shape = new Shape(type.name(), type.keyWords(), type.words());
            return new Holding(shape, count, sequence(0), sequence(count - 1), digest);
        }

        @Override
        public long hash(int row) {
            return Key.hash64At(rows.chunk(row), rows.offset(row), type.keyWords());
        }

        @Override
        public long touch(int row) {
            return rows.chunk(row)[rows.offset(row)];
        }

        @Override
        public void copy(int row, LongBuffer target) {
            target.put(rows.chunk(row), rows.offset(row), type.words());
        }

        private long sequence(int row) {
            return rows.chunk(row)[rows.offset(row) + type.sequenceWord()];
        }
    }
}
