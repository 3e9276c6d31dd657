package io.windlass.kernel.table;

import io.windlass.base.check.Invariant;
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
    private final Map<String, Table<?>> tables = new TreeMap<>();
    private final Ageing ageing;
    private final CommittedBytes committedBytes = new CommittedBytes();
    private final DecidedBytes decidedBytes = new DecidedBytes(committedBytes);

    /** Empty tables of these types; names must be unique. */
    public Tables(List<? extends RowType<?>> types) {
        types.forEach(this::add);
        this.ageing = new Ageing(tables.values());
    }

    /** What the leader decided: reads through the pending layer, writes into it. */
    public TableSource decided() {
        return new TableSource() {
            @Override
            public <R> Rows<R> rows(RowType<R> type) {
                return typed(named(type).decided());
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
                return typed(named(type).committed());
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
        tables.values().forEach(Table::seal);
        decidedBytes.seal();
    }

    /** Moves the oldest sealed frame down to the committed rows. */
    public void commit() {
        tables.values().forEach(Table::commit);
        decidedBytes.commit();
    }

    /** Forgets the whole pending layer. */
    public void drop() {
        tables.values().forEach(Table::drop);
        decidedBytes.drop();
    }

    /** The order-free 64-bit sum of hashes over all committed rows and byte strings. */
    public long digest() {
        long digest = committedBytes.digest();
        for (Table<?> table : tables.values()) {
            digest += table.digest();
        }
        return digest;
    }

    /** Freezes the committed rows as they are now; of an ageing table those in no file. */
    public Cut cut() {
        Map<String, FrozenTable> frozen = new TreeMap<>();
        tables.forEach((name, table) -> frozen.put(name, table.freeze()));
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
        Table<?> target = saved(table);
        Invariant.hold(target.type().words() == words, "saved rows are of another width");
        target.load(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer());
    }

    /** Forgets all committed rows; there are no others then. */
    public void clear() {
        tables.values().forEach(Table::clear);
        committedBytes.clear();
    }

    /** The memory that committed rows and the filters of those in files hold, in bytes. */
    public long memoryBytes() {
        long bytes = committedBytes.memoryBytes();
        for (Table<?> table : tables.values()) {
            bytes += table.memoryBytes();
        }
        return bytes;
    }

    private Table<?> saved(String table) {
        Table<?> found = tables.get(table);
        Invariant.hold(found != null, "a saved table is unknown to this build");
        return found;
    }

    private void add(RowType<?> type) {
        Table<?> other = tables.put(type.name(), Table.of(type));
        Invariant.hold(other == null, "two tables have the name " + type.name());
    }

    private Table<?> named(RowType<?> type) {
        Table<?> table = tables.get(type.name());
        Invariant.hold(table != null, "a feature asks for a table it has not declared");
        return table;
    }

    @SuppressWarnings("unchecked")
    private static <R> Rows<R> typed(Rows<?> rows) {
        return (Rows<R>) rows;
    }
}
