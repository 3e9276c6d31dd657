package io.windlass.kernel.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.contract.Seeds;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteStoreTest {
    private static final int LENGTH_MAX = 0xFFFF;
    private final Tables tables = new Tables(List.of(Cell.ROWS));
    private final ByteStore decided = tables.decided().bytes();
    private final ByteStore committed = tables.committed().bytes();

    @Seeds(20)
    void stringsKeepTheirReferencesThroughCommitDropAndLoad(long seed) {
        Random random = new Random(seed);
        Map<Long, byte[]> model = new LinkedHashMap<>();
        ArrayDeque<Map<Long, byte[]>> sealed = new ArrayDeque<>();
        Map<Long, byte[]> open = new LinkedHashMap<>();
        for (int i = 0; i < 400; i++) {
            int dice = random.nextInt(100);
            if (dice < 60) {
                byte[] value = value(random);
                open.put(decided.add(value), value);
            } else if (dice < 78) {
                tables.seal();
                sealed.add(open);
                open = new LinkedHashMap<>();
            } else if (dice < 97 && !sealed.isEmpty()) {
                tables.commit();
                model.putAll(sealed.remove());
            } else if (dice == 97) {
                tables.drop();
                sealed.clear();
                open.clear();
            }
            check(decided, open);
            sealed.forEach(frame -> check(decided, frame));
        }
        check(committed, model);
        checkLoad(model);
    }

    @Test
    void stringThatEndsWithTheChunkIsFollowedByOneInTheNext() {
        for (int gap = 0; gap <= 4; gap++) {
            Tables fresh = new Tables(List.of(Cell.ROWS));
            ByteStore store = fresh.committed().bytes();
            store.add(new byte[LENGTH_MAX]);
            store.add(bytes(CommittedBytes.CHUNK - LENGTH_MAX - 4 - gap, 3));
            long reference = store.add(bytes(9, 5));
            assertEquals(CommittedBytes.CHUNK + 1L, reference, "gap " + gap);
            assertArrayEquals(bytes(9, 5), store.get(reference));
            Tables loaded = new Tables(List.of(Cell.ROWS));
            SavedTables.load(loaded, SavedTables.save(fresh));
            assertArrayEquals(SavedTables.save(fresh), SavedTables.save(loaded), "gap " + gap);
            assertEquals(fresh.digest(), loaded.digest(), "gap " + gap);
        }
    }

    @Test
    void shortStringFillsTheRestOfAChunkExactly() {
        committed.add(new byte[LENGTH_MAX]);
        committed.add(bytes(CommittedBytes.CHUNK - LENGTH_MAX - 4 - 3, 3));
        long last = committed.add(bytes(1, 7));
        assertEquals(CommittedBytes.CHUNK - 3 + 1L, last);
        assertArrayEquals(bytes(1, 7), committed.get(last));
    }

    @Test
    void emptyAndTooLongStringsAreRefusedWhenDecided() {
        assertThrows(Invariant.class, () -> decided.add(new byte[0]));
        assertThrows(Invariant.class, () -> decided.add(new byte[LENGTH_MAX + 1]));
    }

    @Test
    void cutDoesNotSeeLaterStrings() {
        long reference = committed.add(bytes(10, 1));
        Cut cut = tables.cut();
        byte[] before = SavedTables.save(cut);
        committed.add(bytes(10, 2));
        assertArrayEquals(before, SavedTables.save(cut));
        assertArrayEquals(bytes(10, 1), cut.bytes(reference));
    }

    private void checkLoad(Map<Long, byte[]> model) {
        Tables loaded = new Tables(List.of(Cell.ROWS));
        SavedTables.load(loaded, SavedTables.save(tables));
        check(loaded.committed().bytes(), model);
        assertEquals(tables.digest(), loaded.digest());
        assertArrayEquals(SavedTables.save(tables), SavedTables.save(loaded));
    }

    private static void check(ByteStore store, Map<Long, byte[]> model) {
        model.forEach((reference, value) -> assertArrayEquals(value, store.get(reference)));
    }

    private static byte[] value(Random random) {
        byte[] value = new byte[1 + random.nextInt(random.nextInt(9) == 0 ? LENGTH_MAX : 300)];
        random.nextBytes(value);
        return value;
    }

    private static byte[] bytes(int length, int fill) {
        byte[] value = new byte[length];
        java.util.Arrays.fill(value, (byte) fill);
        return value;
    }
}
