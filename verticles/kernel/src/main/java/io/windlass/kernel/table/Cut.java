package io.windlass.kernel.table;

import io.windlass.base.wire.Sink;
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
    private final FrozenBytes bytes;
    private final long digest;

    Cut(Map<String, FrozenTable> tables, FrozenBytes bytes, long digest) {
        this.tables = tables;
        this.bytes = bytes;
        this.digest = digest;
    }

    /** Every row of a table, in order of first insertion. */
    public <R> void forEach(RowType<R> type, Consumer<R> reader) {
        tables.get(type.name()).forEach(type, reader);
    }

    /** The bytes under a reference of the byte store. */
    public byte[] bytes(long reference) {
        return bytes.get(reference);
    }

    /** The digest of all rows; see {@link Tables#digest()}. */
    public long digest() {
        return digest;
    }

    /** Writes all tables in the form that {@link Tables#load} reads. */
    public void save(Sink sink) {
        sink.u32(tables.size());
        for (FrozenTable table : tables.values()) {
            table.save(sink);
        }
        bytes.save(sink);
    }
}
