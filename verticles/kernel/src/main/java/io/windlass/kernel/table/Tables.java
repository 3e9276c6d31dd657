package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.archive.Filters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All tables of one partition, with the pending layer over them.
 *
 * <pre>
 *   open frame --seal()--> sealed frames --commit()--> committed rows
 *        \-------------------\--drop()--> gone
 * </pre>
 *
 * <p>Used on the partition's loop only; a {@link Cut} may leave it.
 */
public final class Tables {
    private final Map<String, CommittedTable<?>> committed = new TreeMap<>();
    private final Map<String, DecidedTable<?>> decided = new TreeMap<>();
    private final Map<String, Rows<?>> committedRows = new TreeMap<>();
    private final Map<String, Rows<?>> decidedRows = new TreeMap<>();
    private final Ageing ageing = new Ageing();
    private final CommittedBytes committedBytes = new CommittedBytes();
    private final DecidedBytes decidedBytes = new DecidedBytes(committedBytes);

    /** Empty tables of these types; names must be unique. */
    public Tables(List<? extends RowType<?>> types) {
        types.forEach(this::add);
    }

    /** What the leader decided: reads through the pending layer, writes into it. */
    public TableSource decided() {
        return new TableSource() {
            @Override
            public <R> Rows<R> rows(RowType<R> type) {
                return typed(decidedRows.get(type.name()));
            }

            @Override
            public ByteStore bytes() {
                return decidedBytes;
            }
        };
    }

    /** What is committed: reads committed rows; events of followers and of replay write them. */
    public TableSource committed() {
        return new TableSource() {
            @Override
            public <R> Rows<R> rows(RowType<R> type) {
                return typed(committedRows.get(type.name()));
            }

            @Override
            public ByteStore bytes() {
                return committedBytes;
            }
        };
    }

    /** The tables whose oldest rows leave memory. */
    public Ageing ageing() {
        return ageing;
    }

    /** Ends the open frame of the pending layer. */
    public void seal() {
        decided.values().forEach(DecidedTable::seal);
        decidedBytes.seal();
    }

    /** Moves the oldest sealed frame down to the committed rows. */
    public void commit() {
        decided.values().forEach(DecidedTable::commit);
        decidedBytes.commit();
    }

    /** Forgets the whole pending layer. */
    public void drop() {
        decided.values().forEach(DecidedTable::drop);
        decidedBytes.drop();
    }

    /** The order-free 64-bit sum of hashes over all committed rows and byte strings. */
    public long digest() {
        long digest = committedBytes.digest();
        for (CommittedTable<?> table : committed.values()) {
            digest += table.digest();
        }
        return digest;
    }

    /** Freezes the committed rows as they are now; of an ageing table those in no file. */
    public Cut cut() {
        Map<String, FrozenTable> frozen = new TreeMap<>();
        committed.forEach((name, table) -> frozen.put(name, table.freeze()));
        return new Cut(frozen, ageing.holdings(), committedBytes.freeze(), digest());
    }

    /** Makes room for so many rows of a table in all, before they are loaded. */
    public void reserve(String table, int rows) {
        saved(table).reserve(rows);
    }

    /**
     * Adds a piece of a cut to these tables, which began empty.
     *
     * @param table its table, or {@link CutPart#BYTE_STORE}
     * @param words how many words its rows have
     */
    public void load(String table, int words, byte[] content) {
        if (table.equals(CutPart.BYTE_STORE)) {
            committedBytes.load(content);
            return;
        }
        CommittedTable<?> target = saved(table);
        Invariant.hold(target.type().words() == words, "saved rows are of another width");
        target.load(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer());
    }

    /** Forgets all committed rows; there are no others then. */
    public void clear() {
        committed.values().forEach(CommittedTable::clear);
        ageing.begin(List.of(), table -> Filters.NONE);
        committedBytes.clear();
    }

    /** The memory that committed rows and the filters of those in files hold, in bytes. */
    public long memoryBytes() {
        long bytes = committedBytes.memoryBytes() + ageing.memoryBytes();
        for (CommittedTable<?> table : committed.values()) {
            bytes += table.memoryBytes();
        }
        return bytes;
    }

    private CommittedTable<?> saved(String table) {
        CommittedTable<?> found = committed.get(table);
        Invariant.hold(found != null, "a saved table is unknown to this build");
        return found;
    }

    private <R> void add(RowType<R> type) {
        CommittedTable<R> table = new CommittedTable<>(type);
        CommittedTable<?> other = committed.put(type.name(), table);
        Invariant.hold(other == null, "two tables have the name " + type.name());
        DecidedTable<R> layer = new DecidedTable<>(type, table);
        decided.put(type.name(), layer);
        if (type.isAgeing()) {
            AgeingTable<R> old = ageing.add(table, layer);
            committedRows.put(type.name(), old.committedRows());
            decidedRows.put(type.name(), old.decidedRows());
        } else {
            committedRows.put(type.name(), table);
            decidedRows.put(type.name(), layer);
        }
    }

    @SuppressWarnings("unchecked")
    private static <R> Rows<R> typed(Rows<?> rows) {
        Invariant.hold(rows != null, "a feature asks for a table it has not declared");
        return (Rows<R>) rows;
    }
}
