package io.windlass.kernel.archive;

import io.windlass.base.check.Invariant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sealed files of one table with their filters. Used on the reader's loop only.
 *
 * <pre>
 *   files     0 1 ... 15 | 16 ... 47      | 48 ...
 *   filters   first      | twice as large | four times
 * </pre>
 */
final class ArchivedTable {
    /** How many files of the size of the first one the first filter covers. */
    private static final long FIRST_FILES = 16;

    private final List<SealedFile> files = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private Optional<BlockedFilter> next = Optional.empty();

    /**
     * Files one after the other and their filter.
     *
     * @param first the number of the first of them
     */
    private record Run(int first, BlockedFilter filter) {}

    /**
     * Makes room in the newest filter for the rows of the next file, and a piece of the filter
     * behind it for each that is filled: all its memory at once would be a slow half second. True
     * if a step is left.
     */
    boolean prepare(int count) {
        boolean isFull = runs.isEmpty() || !newest().filter().hasRoom(count);
        BlockedFilter filter = next.orElseGet(() -> new BlockedFilter(capacityFor(count)));
        next = Optional.of(filter);
        if ((isFull || filter.madeShare() < newest().filter().filledShare())
                && filter.makePiece()) {
            return true;
        }
        if (isFull) {
            next = Optional.empty();
            runs.add(new Run(files.size(), filter));
        }
        return false;
    }

    /** All steps of {@link #prepare}. */
    void makeRoom(int count) {
        boolean isLeft = prepare(count);
        while (isLeft) {
            isLeft = prepare(count);
        }
    }

    private long capacityFor(int count) {
        return runs.isEmpty()
                ? count * FIRST_FILES
                : Math.max(newest().filter().capacity() * 2, count);
    }

    /** Takes note of a key of the next file. */
    void expect(long hash) {
        newest().filter().add(hash);
    }

    /** Takes the next file in, of which all keys were expected. */
    void add(SealedFile file) {
        Invariant.hold(
                files.isEmpty() || holding(files.size() - 1).lastSequence() < first(file),
                "an ageing table takes one row of an event");
        files.add(file);
    }

    /** What may be in the files. */
    Filters filters() {
        BlockedFilter[] chain = runs.stream().map(Run::filter).toArray(BlockedFilter[]::new);
        long bytes = files.stream().mapToLong(SealedFile::memoryBytes).sum();
        bytes += runs.stream().mapToLong(run -> run.filter().memoryBytes()).sum();
        bytes += next.map(BlockedFilter::memoryBytes).orElse(0L);
        return new Filters(chain, bytes);
    }

    /** The words of the row with a key, which has this hash: the newest files first. */
    Optional<long[]> find(long hash, long[] key) throws IOException {
        int end = files.size();
        for (int run = runs.size() - 1; run >= 0; run--) {
            int first = runs.get(run).first();
            if (runs.get(run).filter().mayHold(hash)) {
                for (int file = end - 1; file >= first; file--) {
                    Optional<long[]> found = files.get(file).find(hash, key);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            end = first;
        }
        return Optional.empty();
    }

    void close() throws IOException {
        for (SealedFile file : files) {
            file.close();
        }
    }

    private Run newest() {
        return runs.get(runs.size() - 1);
    }

    private Holding holding(int file) {
        return files.get(file).holding();
    }

    private static long first(SealedFile file) {
        return file.holding().firstSequence();
    }
}
