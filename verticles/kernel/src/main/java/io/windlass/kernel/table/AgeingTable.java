package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.archive.Filters;
import io.windlass.kernel.archive.Holding;
import io.windlass.kernel.archive.RowsToSeal;
import io.windlass.kernel.archive.Shape;
import java.nio.LongBuffer;
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
final class AgeingTable<R> {
    private final CommittedTable<R> committed;
    private final AgeingRows<R> committedRows;
    private final AgeingRows<R> decidedRows;
    private final List<Holding> holdings = new ArrayList<>();
    private Filters filters = Filters.NONE;

    AgeingTable(CommittedTable<R> committed, DecidedTable<R> decided) {
        RowType<R> type = committed.type();
        Invariant.hold(!type.isNumbered(), "rows that are found by number do not leave");
        this.committed = committed;
        this.committedRows = new AgeingRows<>(type, committed, committed);
        this.decidedRows = new AgeingRows<>(type, decided, committed);
    }

    AgeingRows<R> committedRows() {
        return committedRows;
    }

    AgeingRows<R> decidedRows() {
        return decidedRows;
    }

    String name() {
        return committed.type().name();
    }

    List<Holding> holdings() {
        return holdings;
    }

    /** The rows of the next file if so many of them are older than the newest ones. */
    Optional<RowsToSeal> due(long newest, int rows) {
        boolean isDue = committed.count() - committed.sealed() >= newest + rows;
        return isDue
                ? Optional.of(new Oldest<>(committed.type(), committed.unsealed(rows)))
                : Optional.empty();
    }

    /** Takes note that the oldest rows that were in no file are in one. */
    void sealed(Holding holding, Filters known) {
        holdings.add(holding);
        committed.sealed(holding.count());
        know(known);
    }

    /** Lets so many rows that are in files leave memory at most; whether any did. */
    boolean leave(int most) {
        return committed.leave(most) > 0;
    }

    /** How many files have a row that has left memory. */
    int leftFiles() {
        long left = committed.left();
        int files = 0;
        for (Holding holding : holdings) {
            if (left <= 0) {
                break;
            }
            left -= holding.count();
            files++;
        }
        return files;
    }

    /** Begins anew with rows in files alone. */
    void begin(List<Holding> inFiles, Filters known) {
        holdings.clear();
        holdings.addAll(inFiles);
        long rows = inFiles.stream().mapToLong(Holding::count).sum();
        committed.begin(rows, inFiles.stream().mapToLong(Holding::digest).sum());
        know(known);
    }

    long memoryBytes() {
        return filters.memoryBytes();
    }

    private void know(Filters known) {
        filters = known;
        committedRows.know(known);
        decidedRows.know(known);
    }

    /** Rows of which a file is made; a worker reads them. */
    private record Oldest<R>(RowType<R> type, FrozenTable rows) implements RowsToSeal {
        @Override
        public Holding holding() {
            RowHash hash = new RowHash(type);
            long digest = 0;
            for (int row = 0; row < rows.count(); row++) {
                digest += hash.of(rows.chunk(row), rows.offset(row));
            }
            Shape shape = new Shape(type.name(), type.keyWords(), type.words());
            return new Holding(
                    shape, rows.count(), sequence(0), sequence(rows.count() - 1), digest);
        }

        @Override
        public long hash(int row) {
            return Key.hash64At(rows.chunk(row), rows.offset(row), type.keyWords());
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
