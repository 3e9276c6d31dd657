package io.windlass.kernel.table;

import io.windlass.kernel.archive.Filters;
import io.windlass.kernel.archive.Holding;
import io.windlass.kernel.archive.RowsToSeal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The ageing tables of one partition: which of their rows are in memory, in files, or both. Used on
 * the partition's loop only.
 *
 * <p>When a row leaves memory is seen by nobody: what rules read, the digest and the count are the
 * same before and after.
 */
public final class Ageing {
    private final Map<String, AgeingTable<?>> tables = new TreeMap<>();

    Ageing(Collection<Table<?>> all) {
        for (Table<?> table : all) {
            if (table instanceof AgeingTable<?> ageing) {
                tables.put(table.type().name(), ageing);
            }
        }
    }

    /** What decisions name. */
    public Naming decided() {
        return new Naming(views(AgeingTable::decided));
    }

    /** What questions name. */
    public Naming committed() {
        return new Naming(views(AgeingTable::committed));
    }

    /** Lets files end here, of each table of which so many rows have come since the last one. */
    public void mark(int rows) {
        tables.values().forEach(table -> table.mark(rows));
    }

    /** The rows of the next file to be made. */
    public Optional<RowsToSeal> due() {
        return tables.values().stream().map(AgeingTable::due).flatMap(Optional::stream).findFirst();
    }

    /** How many files are to be made, with the one that is being made. */
    public int filesDue() {
        return tables.values().stream().mapToInt(AgeingTable::filesDue).sum();
    }

    /** Takes note that the rows which were due are in a file that will last. */
    public void sealed(Holding holding, Filters known) {
        tables.get(holding.shape().table()).sealed(holding, known);
    }

    /**
     * Lets rows that are in files leave memory; whether any did.
     *
     * @param newest how many rows of a table stay
     * @param most how many of a table leave at once
     */
    public boolean leave(long newest, int most) {
        boolean any = false;
        for (AgeingTable<?> table : tables.values()) {
            any |= table.leave(newest, most);
        }
        return any;
    }

    /** All files, those of a table in order. */
    public List<Holding> holdings() {
        List<Holding> all = new ArrayList<>();
        tables.values().forEach(table -> all.addAll(table.holdings()));
        return all;
    }

    /** How many files a table has. */
    public int files(String table) {
        return tables.get(table).holdings().size();
    }

    /** How many files of a table have rows that only files have. */
    public int leftFiles(String table) {
        return tables.get(table).leftFiles();
    }

    /** Begins empty tables anew with rows that are in files alone. */
    public void begin(List<Holding> holdings, Function<String, Filters> filters) {
        for (AgeingTable<?> table : tables.values()) {
            List<Holding> own =
                    holdings.stream()
                            .filter(each -> each.shape().table().equals(table.type().name()))
                            .toList();
            table.begin(own, filters.apply(table.type().name()));
        }
    }

    private List<AgeingRows<?>> views(Function<AgeingTable<?>, AgeingRows<?>> view) {
        return tables.values().stream().<AgeingRows<?>>map(view).toList();
    }
}
