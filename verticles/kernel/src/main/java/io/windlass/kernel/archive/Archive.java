package io.windlass.kernel.archive;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The sealed files of one partition. Used on the reader's loop only, but for what it returns. */
public final class Archive implements Closeable {
    private final Disk disk;
    private final ArchiveFiles files;
    private final Map<String, ArchivedTable> tables = new TreeMap<>();

    /** The memory of all files in the making, of which there is one at a time. */
    private final SealedOrder order = new SealedOrder();

    /** Beside a log; nothing is open. */
    public Archive(Disk disk, String logDirectory) {
        this.disk = disk;
        this.files = new ArchiveFiles(disk, logDirectory);
    }

    /**
     * Opens files that were named by a snapshot, and no others: each is checked but for its rows,
     * which are checked when they are looked up, and the filters are made again.
     */
    public void open(List<Holding> named) throws IOException {
        close();
        Set<String> there = Set.copyOf(files.names());
        for (Holding holding : named) {
            if (!there.contains(holding.name())) {
                throw new IOException("the file " + files.path(holding) + " is missing");
            }
            ArchivedTable table = table(holding.shape().table());
            table.makeRoom(holding.count());
            table.add(SealedFile.open(disk, files.path(holding), holding, table::expect));
        }
    }

    /** Removes all files but these: whoever needs their rows has them in the log. */
    public void keepOnly(Collection<Holding> holdings) throws IOException {
        Set<String> kept = new HashSet<>();
        holdings.forEach(holding -> kept.add(holding.name()));
        for (String name : files.names()) {
            if (!kept.contains(name)) {
                disk.delete(files.path(name));
            }
        }
    }

    /** What may be in the files of a table. */
    public Filters filters(String table) {
        return table(table).filters();
    }

    /**
     * Begins a file of the rows that follow those of its table's files; nothing is written yet. The
     * writer before it takes no step any more.
     */
    public SealedWriter writer(RowsToSeal rows) {
        Holding holding = rows.holding();
        ArchivedTable table = table(holding.shape().table());
        return new SealedWriter(disk, files.path(holding), table, rows, holding, order);
    }

    /**
     * The words of the row with a key.
     *
     * @param hash of the key
     * @throws DamagedArchiveException if what was read is not what was written
     */
    public Optional<long[]> find(String table, long hash, long[] key) throws IOException {
        ArchivedTable found = tables.get(table);
        Invariant.hold(found != null, "a row is looked for in files that are not open");
        return found.find(hash, key);
    }

    @Override
    public void close() throws IOException {
        for (ArchivedTable table : tables.values()) {
            table.close();
        }
        tables.clear();
    }

    private ArchivedTable table(String name) {
        return tables.computeIfAbsent(name, any -> new ArchivedTable());
    }
}
