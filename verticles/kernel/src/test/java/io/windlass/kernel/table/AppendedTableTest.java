package io.windlass.kernel.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.contract.Seeds;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AppendedTableTest {
    private static final int STEPS = 6_000;

    private final Tables tables = new Tables(List.of(OnceCell.ROWS));
    private final Rows<OnceCell> decided = tables.decided().rows(OnceCell.ROWS);
    private final Rows<OnceCell> committed = tables.committed().rows(OnceCell.ROWS);

    /** What the tables should hold, written down without cleverness. */
    private final Map<Long, OnceCell> modelCommitted = new LinkedHashMap<>();

    private final ArrayDeque<Map<Long, OnceCell>> modelSealed = new ArrayDeque<>();
    private Map<Long, OnceCell> modelOpen = new LinkedHashMap<>();

    @Seeds(60)
    void rowsReadLikeAMapOfAllFrames(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            int dice = random.nextInt(1_000);
            if (dice < 800) {
                add(new OnceCell(random.nextInt(STEPS), random.nextInt()));
            } else if (dice < 890) {
                seal();
            } else if (dice < 998 && !modelSealed.isEmpty()) {
                tables.commit();
                modelCommitted.putAll(modelSealed.remove());
            } else if (dice >= 998) {
                drop();
            }
            compare(random.nextInt(STEPS));
        }
        compareWhole();
    }

    @Test
    void rowThatCameBeforeIsABug() {
        committed.add(new OnceCell(1, 1));
        assertThrows(Invariant.class, () -> decided.add(new OnceCell(1, 1)));
    }

    @Test
    void committedRowBelowDecidedOnesIsABug() {
        decided.add(new OnceCell(1, 1));
        assertThrows(Invariant.class, () -> committed.add(new OnceCell(2, 2)));
    }

    @Test
    void aLargeCutIsSavedInPartsOfSmallPieces() {
        for (int i = 0; i < 150_000; i++) {
            committed.add(new OnceCell(i, i));
        }
        List<CutPart> parts = tables.cut().parts();
        assertTrue(parts.size() > 1, parts.size() + " parts");
        for (CutPart part : parts) {
            List<Integer> sizes = part.pieces().stream().map(piece -> piece.get().length).toList();
            assertEquals(part.bytes(), sizes.stream().mapToLong(Integer::longValue).sum());
            sizes.forEach(size -> assertTrue(size <= CutPart.PIECE_BYTES, size + " bytes"));
        }
        Tables loaded = new Tables(List.of(OnceCell.ROWS));
        SavedTables.load(loaded, SavedTables.save(tables));
        assertEquals(tables.digest(), loaded.digest());
    }

    private void add(OnceCell cell) {
        if (find(cell.key()).isEmpty()) {
            decided.add(cell);
            modelOpen.put(cell.key(), cell);
        }
    }

    private void seal() {
        tables.seal();
        modelSealed.add(modelOpen);
        modelOpen = new LinkedHashMap<>();
    }

    private void drop() {
        tables.drop();
        modelSealed.clear();
        modelOpen = new LinkedHashMap<>();
    }

    private Optional<OnceCell> find(long key) {
        OnceCell found = modelOpen.getOrDefault(key, modelCommitted.get(key));
        for (Map<Long, OnceCell> frame : modelSealed) {
            found = frame.getOrDefault(key, found);
        }
        return Optional.ofNullable(found);
    }

    private void compare(long key) {
        assertEquals(find(key), decided.find(OnceCell.key(key)));
        assertEquals(find(key).isPresent(), decided.contains(OnceCell.key(key)));
        Optional<OnceCell> down = Optional.ofNullable(modelCommitted.get(key));
        assertEquals(down, committed.find(OnceCell.key(key)));
        assertEquals(
                down.map(OnceCell::value).orElse(-1L), committed.word(OnceCell.key(key), 4, -1));
        int waiting = modelSealed.stream().mapToInt(Map::size).sum() + modelOpen.size();
        assertEquals(modelCommitted.size(), committed.count());
        assertEquals(modelCommitted.size() + waiting, decided.count());
    }

    /** Digest and bytes are those of tables that never saw an uncommitted row. */
    private void compareWhole() {
        Tables plain = new Tables(List.of(OnceCell.ROWS));
        modelCommitted.values().forEach(plain.committed().rows(OnceCell.ROWS)::add);
        assertEquals(plain.digest(), tables.digest());
        byte[] saved = SavedTables.save(tables.cut());
        assertArrayEquals(SavedTables.save(plain.cut()), saved);
        drop();
        add(new OnceCell(STEPS, 1));
        assertArrayEquals(saved, SavedTables.save(tables.cut()));
    }
}
