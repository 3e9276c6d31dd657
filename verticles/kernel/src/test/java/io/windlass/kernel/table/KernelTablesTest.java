package io.windlass.kernel.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.contract.Seeds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KernelTablesTest {
    private static final int STEPS = 3_000;
    private static final int KEYS = 40;

    private final Tables tables = new Tables(List.of(Cell.ROWS));
    private final Rows<Cell> decided = tables.decided().rows(Cell.ROWS);
    private final Rows<Cell> committed = tables.committed().rows(Cell.ROWS);

    /** What the tables should hold, written down without cleverness. */
    private final Map<Key, Cell> modelCommitted = new LinkedHashMap<>();

    private final ArrayDeque<List<Cell>> modelSealed = new ArrayDeque<>();
    private List<Cell> modelOpen = new ArrayList<>();

    @Seeds(100)
    void pendingLayerReadsLikeAMapOfAllFrames(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            int dice = random.nextInt(100);
            if (dice < 60) {
                put(new Cell(random.nextInt(KEYS), random.nextInt(2), random.nextInt(3)));
            } else if (dice < 75) {
                seal();
            } else if (dice < 90) {
                commit();
            } else if (dice < 91) {
                drop();
            }
            compare(random.nextInt(KEYS), random.nextInt(2));
        }
    }

    @Test
    void frameThatTakesThePlaceOfAnEarlierOneReadsLikeAMap() {
        Random random = new Random(1);
        for (int frame = 0; frame < 5_000; frame++) {
            put(new Cell(random.nextInt(KEYS), 0, frame));
            put(new Cell(random.nextInt(KEYS), 0, -frame));
            seal();
            compare(random.nextInt(KEYS), 0);
            if (frame > 3) {
                commit();
            }
        }
    }

    @Test
    void rowWhoseKeyIsANumberStandsWhereThatSays() {
        Tables numbered = new Tables(List.of(NumberedCell.ROWS));
        Rows<NumberedCell> rows = numbered.decided().rows(NumberedCell.ROWS);
        long prefix = 7L << RowType.NUMBER_BITS;
        for (int number = 1; number <= 3_000; number++) {
            rows.put(new NumberedCell(prefix | number, number));
        }
        numbered.seal();
        numbered.commit();
        Rows<NumberedCell> down = numbered.committed().rows(NumberedCell.ROWS);
        assertEquals(2_000, down.find(Key.of(prefix | 2_000)).orElseThrow().value());
        assertEquals(Optional.empty(), down.find(Key.of(2_000)));
        assertEquals(Optional.empty(), down.find(Key.of(prefix | 3_001)));
        assertEquals(Optional.empty(), down.find(Key.of(0)));
    }

    @Test
    void rowWhoseNumberIsNotTheNextOneIsABug() {
        Tables numbered = new Tables(List.of(NumberedCell.ROWS));
        Rows<NumberedCell> rows = numbered.committed().rows(NumberedCell.ROWS);
        assertThrows(Invariant.class, () -> rows.put(new NumberedCell(2, 2)));
    }

    /** Frames come round after 2,048, in memory that still holds what they held then. */
    @Test
    void rowIsNotTakenForPendingWhereItWasManyFramesBefore() {
        Tables numbered = new Tables(List.of(NumberedCell.ROWS));
        Rows<NumberedCell> rows = numbered.decided().rows(NumberedCell.ROWS);
        rows.put(new NumberedCell(1, 1));
        rows.put(new NumberedCell(2, 1));
        for (int frame = 1; frame <= 2_048; frame++) {
            numbered.seal();
            numbered.commit();
            rows.put(new NumberedCell(1, frame));
        }
        rows.change(2, (words, at) -> words[at + 1] = 77);
        rows.put(new NumberedCell(1, -1));
        numbered.seal();
        numbered.commit();
        Rows<NumberedCell> down = numbered.committed().rows(NumberedCell.ROWS);
        assertEquals(77, down.find(Key.of(2)).orElseThrow().value());
        assertEquals(-1, down.find(Key.of(1)).orElseThrow().value());
    }

    @Test
    void emptyFrameSealedBeforeAPutDoesNotCommitIt() {
        tables.seal();
        decided.put(new Cell(1, 1, 1));
        tables.commit();
        assertEquals(Optional.empty(), committed.find(new Cell(1, 1, 0).key()));
    }

    @Test
    void rowPutAgainByALaterFrameStaysDecidedWhenTheFirstCommits() {
        for (int value : new int[] {1, 2, 1}) {
            decided.put(new Cell(1, 1, value));
            tables.seal();
        }
        tables.commit();
        tables.commit();
        assertEquals(2, committed.find(new Cell(1, 1, 0).key()).orElseThrow().value());
        assertEquals(1, decided.find(new Cell(1, 1, 0).key()).orElseThrow().value());
    }

    @Seeds(20)
    void cutIsUnaffectedByLaterWrites(long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(3 * Chunks.ROWS);
        for (int i = 0; i < rows; i++) {
            committed.put(new Cell(i, 0, random.nextInt()));
        }
        Cut cut = tables.cut();
        byte[] before = SavedTables.save(cut);
        for (int i = 0; i < rows; i++) {
            committed.put(new Cell(random.nextInt(2 * rows), 0, random.nextInt()));
        }
        assertArrayEquals(before, SavedTables.save(cut));
        Tables loaded = load(before);
        assertEquals(cut.digest(), loaded.digest());
        assertArrayEquals(before, SavedTables.save(loaded.cut()));
    }

    @Seeds(20)
    void digestIsTheSameWhateverTheOrder(long seed) {
        Random random = new Random(seed);
        Tables other = new Tables(List.of(Cell.ROWS));
        Map<Key, Cell> last = new LinkedHashMap<>();
        for (int i = 0; i < 500; i++) {
            Cell cell = new Cell(random.nextInt(KEYS), random.nextInt(9), random.nextInt());
            committed.put(cell);
            last.remove(cell.key());
            last.put(cell.key(), cell);
        }
        last.values().forEach(other.committed().rows(Cell.ROWS)::put);
        assertEquals(tables.digest(), other.digest());
    }

    private void put(Cell cell) {
        decided.put(cell);
        modelOpen.add(cell);
    }

    private void seal() {
        tables.seal();
        modelSealed.add(modelOpen);
        modelOpen = new ArrayList<>();
    }

    private void commit() {
        if (!modelSealed.isEmpty()) {
            tables.commit();
            modelSealed.remove().forEach(cell -> modelCommitted.put(cell.key(), cell));
        }
    }

    private void drop() {
        tables.drop();
        modelSealed.clear();
        modelOpen.clear();
    }

    private void compare(int high, int low) {
        Map<Key, Cell> all = new LinkedHashMap<>(modelCommitted);
        modelSealed.forEach(frame -> frame.forEach(cell -> all.put(cell.key(), cell)));
        modelOpen.forEach(cell -> all.put(cell.key(), cell));
        Key key = new Cell(high, low, 0).key();
        assertEquals(Optional.ofNullable(all.get(key)), decided.find(key));
        assertEquals(Optional.ofNullable(modelCommitted.get(key)), committed.find(key));
        assertEquals(all.size(), decided.count());
        List<Cell> rows = new ArrayList<>();
        committed.forEach(rows::add);
        assertEquals(new ArrayList<>(modelCommitted.values()), rows);
    }

    private static Tables load(byte[] saved) {
        Tables loaded = new Tables(List.of(Cell.ROWS));
        SavedTables.load(loaded, saved);
        return loaded;
    }

    /** Keys come from clients, who may make up all of a key but the number. */
    @Test
    void aNumberedRowIsNotFoundUnderAnotherKeyWithItsNumber() {
        Tables numbered = new Tables(List.of(NumberedCell.ROWS));
        Rows<NumberedCell> rows = numbered.decided().rows(NumberedCell.ROWS);
        long key = 5L << RowType.NUMBER_BITS | 1;
        long forged = 6L << RowType.NUMBER_BITS | 1;
        RowCursor cursor = new RowCursor(NumberedCell.ROWS);
        rows.put(new NumberedCell(key, 1));
        for (Runnable move : List.<Runnable>of(() -> {}, numbered::seal, numbered::commit)) {
            move.run();
            assertTrue(rows.seek(key, cursor));
            assertFalse(rows.seek(forged, cursor));
            assertEquals(Optional.empty(), rows.find(Key.of(forged)));
            assertFalse(rows.contains(Key.of(forged)));
        }
    }
}
