package io.windlass.kernel.table;

import io.windlass.kernel.archive.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A frozen copy of a partition's committed rows at one sequence.
 *
 * <p>Made on the loop in time proportional to the number of chunks, not rows; read by any one
 * thread while the loop goes on. Chunks written after the cut are copied first.
 */
public final class Cut {
    private final Map<String, FrozenTable> tables;
    private final List<Holding> holdings;
    private final FrozenBytes bytes;
    private final long digest;

    Cut(Map<String, FrozenTable> tables, List<Holding> holdings, FrozenBytes bytes, long digest) {
        this.tables = tables;
        this.holdings = holdings;
        this.bytes = bytes;
        this.digest = digest;
    }

    /** Every row of a table, in order of first insertion; of an ageing one those in no file. */
    public <R> void forEach(RowType<R> type, Consumer<R> reader) {
        tables.get(type.name()).forEach(type, reader);
    }

    /** The files that the rows of the cut stand on, those of a table in order. */
    public List<Holding> holdings() {
        return holdings;
    }

    /** The bytes under a reference of the byte store. */
    public byte[] bytes(long reference) {
        return bytes.get(reference);
    }

    /** The digest of all rows; see {@link Tables#digest()}. */
    public long digest() {
        return digest;
    }

    /** All tables, piece by piece, in the order that {@link Tables#load} takes them. */
    public List<CutPart> parts() {
        List<CutPart> parts = new ArrayList<>();
        tables.values().forEach(table -> table.addTo(parts));
        bytes.addTo(parts);
        return parts;
    }

    /** Says that nobody reads it any more. On the loop of its tables. */
    public void release() {
        tables.values().forEach(FrozenTable::release);
    }
}
