package io.windlass.kernel.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.contract.Seeds;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgeingTablesTest {
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    @Seeds(40)
    void everyRowEverPutIsFoundAndNoOtherOneWhateverItsAge(long seed) throws IOException {
        Random random = new Random(seed);
        AgeingRun run = new AgeingRun(seed, random.nextInt(60), 1 + random.nextInt(40));
        for (int step = 0; step < 3_000; step++) {
            int dice = random.nextInt(100);
            if (dice < 60) {
                run.put();
            } else if (dice < 75) {
                run.seal();
            } else if (dice < 85) {
                run.age();
            } else if (dice < 86) {
                run.restart();
            } else {
                run.compareOne();
            }
        }
        run.compareAll();
        assertEquals(run.digestOfAll(), run.inUse().digest());
        run.restart();
        run.compareAll();
    }

    @Test
    void rowsInMemoryStayAsManyAsTheNewestOnesAndAFew() throws IOException {
        AgeingRun run = new AgeingRun(1, 4_000, 1_000);
        long most = 0;
        for (int i = 0; i < 60_000; i++) {
            run.put();
            if (i % 500 == 0) {
                run.seal();
                run.age();
                most = Math.max(most, run.inUse().memoryBytes());
            }
        }
        long row = Long.BYTES * 5;
        // Four bytes for a row ever put, in a filter that may be hardly filled, and in the next.
        long filters = 4 * 60_000 * 3;
        assertTrue(most < row * 12_000 * 2 + filters, most + " bytes");
        run.compareAll();
    }

    /** Who knows the hash can choose such keys; the filters cannot tell them apart. */
    @Test
    void aKeyWithTheHashOfAnOldOneIsAnother() throws IOException {
        AgeingRun run = new AgeingRun(1, 0, 10);
        for (int i = 0; i < 300; i++) {
            run.put();
        }
        for (int i = 0; i < 40; i++) {
            run.commitAll();
            run.age();
        }
        for (int i = 0; i < 300; i++) {
            Key key = run.key(i);
            long second = key.second() + 1;
            long sum = key.first() * FACTOR + Long.rotateLeft(key.second(), 21);
            long first = (sum - Long.rotateLeft(second, 21)) * inverse(FACTOR);
            assertEquals(
                    Key.hash64(key.first(), key.second(), 0, 0), Key.hash64(first, second, 0, 0));
            run.compare(new Key(first, second, 0, 0));
            run.compare(key);
        }
    }

    /** Modulo 2^64, by Newton's method. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    @Test
    void aKeyThatWasNotNamedIsNotAskedFor() throws IOException {
        AgeingRun run = new AgeingRun(1, 0, 10);
        for (int i = 0; i < 10; i++) {
            run.put();
        }
        run.commitAll();
        run.age();
        Rows<Stamp> rows = run.inUse().decided().rows(Stamp.ROWS);
        assertThrows(Invariant.class, () -> rows.contains(new Key(1, 2, 0, 0)));
        assertThrows(Invariant.class, () -> rows.find(new Key(1, 2, 0, 0)));
    }
}
