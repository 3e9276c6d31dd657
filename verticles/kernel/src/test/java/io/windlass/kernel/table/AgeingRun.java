package io.windlass.kernel.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.kernel.archive.Archive;
import io.windlass.kernel.archive.Holding;
import io.windlass.kernel.archive.RowsToSeal;
import io.windlass.kernel.archive.SealedWriter;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tables with an ageing one among them, their files, and everything that was ever put. */
final class AgeingRun {
    private final Random random;
    private final long newest;
    private final int inFile;
    private final Map<Key, Stamp> model = new HashMap<>();
    private final List<Stamp> all = new ArrayList<>();
    private final SimulatedDisk disk;
    private Tables tables = tables();
    private Archive archive;
    private int flying;

    AgeingRun(long seed, long newest, int inFile) {
        this.random = new Random(seed);
        this.newest = newest;
        this.inFile = inFile;
        this.disk = new SimulatedDisk(random::nextLong);
        this.archive = new Archive(disk, "partitions/1");
    }

    private static Tables tables() {
        return new Tables(List.of(Stamp.ROWS, Cell.ROWS));
    }

    Tables inUse() {
        return tables;
    }

    /** The key of a row, from 0. */
    Key key(int row) {
        return all.get(row).key();
    }

    /** Decides a new row. */
    void put() {
        int sequence = all.size() + 1;
        Stamp stamp = new Stamp(random.nextLong(), sequence / 3, sequence, random.nextInt());
        name(stamp.key());
        assertEquals(false, decided().contains(stamp.key()));
        decided().put(stamp);
        tables.decided().rows(Cell.ROWS).put(new Cell(sequence % 7, 0, sequence));
        model.put(stamp.key(), stamp);
        all.add(stamp);
    }

    void seal() {
        tables.seal();
        flying++;
        while (flying > 2) {
            commit();
        }
    }

    private void commit() {
        tables.commit();
        flying--;
    }

    void commitAll() {
        tables.seal();
        flying++;
        while (flying > 0) {
            commit();
        }
    }

    /** Makes the files that are due and lets some rows leave. */
    void age() throws IOException {
        tables.ageing().mark(inFile);
        Optional<RowsToSeal> due = tables.ageing().due();
        if (due.isPresent()) {
            SealedWriter writer = archive.writer(due.get());
            while (writer.step()) {
                // Each step is a part of the file.
            }
            tables.ageing().sealed(writer.holding(), writer.filters());
        }
        tables.ageing().leave(newest, 1 + random.nextInt(inFile * 2));
        tables.ageing().decided().clear();
    }

    /** Ends the process and begins with a snapshot of what had committed. */
    void restart() throws IOException {
        commitAll();
        Cut cut = tables.cut();
        byte[] saved = SavedTables.save(cut);
        long digest = tables.digest();
        disk.kill();
        disk.restart();
        List<Holding> holdings = cut.holdings();
        archive = new Archive(disk, "partitions/1");
        archive.open(holdings);
        tables = tables();
        tables.ageing().begin(holdings, archive::filters);
        SavedTables.load(tables, saved);
        assertEquals(digest, tables.digest());
    }

    /** Some row of any age, and a key that never was. */
    void compareOne() throws IOException {
        if (!all.isEmpty()) {
            compare(all.get(random.nextInt(all.size())).key());
        }
        compare(new Key(random.nextLong(), random.nextInt(all.size() + 1) / 3, 0, 0));
    }

    void compareAll() throws IOException {
        commitAll();
        for (Stamp stamp : all) {
            compare(stamp.key());
        }
        assertEquals(all.size(), decided().count());
    }

    void compare(Key key) throws IOException {
        name(key);
        Optional<Stamp> expected = Optional.ofNullable(model.get(key));
        assertEquals(expected, decided().find(key));
        assertEquals(expected.isPresent(), decided().contains(key));
        assertEquals(expected.map(Stamp::value).orElse(-7L), (Long) decided().word(key, 3, -7));
    }

    private void name(Key key) {
        Naming naming = tables.ageing().decided();
        naming.clear();
        decided().need(key);
        for (Doubt doubt : naming.doubts()) {
            naming.answer(doubt, found(doubt));
        }
    }

    private Optional<long[]> found(Doubt doubt) {
        try {
            return archive.find(doubt.table(), doubt.hash(), doubt.words());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Rows<Stamp> decided() {
        return tables.decided().rows(Stamp.ROWS);
    }

    /** The digest of tables that nothing has left. */
    long digestOfAll() {
        Tables young = tables();
        for (Stamp stamp : all) {
            young.committed().rows(Stamp.ROWS).put(stamp);
            young.committed()
                    .rows(Cell.ROWS)
                    .put(new Cell(stamp.sequence() % 7, 0, stamp.sequence()));
        }
        return young.digest();
    }
}
