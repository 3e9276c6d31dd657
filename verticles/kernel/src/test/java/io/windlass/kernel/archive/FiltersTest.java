package io.windlass.kernel.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.wire.Hashes;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final int KEYS = 2_500_000;
    private static final int PIECES = 39;

    @Test
    void aKeyThatWasAddedIsNeverDenied() {
        BlockedFilter filter = full();
        for (long key = 0; key < KEYS; key++) {
            assertTrue(filter.mayHold(Hashes.mix(key)));
        }
    }

    @Test
    void oneInAHundredThousandOthersIsTakenForKnownAtMost() {
        BlockedFilter filter = full();
        int wrong = 0;
        for (long key = KEYS; key < 11L * KEYS; key++) {
            wrong += filter.mayHold(Hashes.mix(key)) ? 1 : 0;
        }
        assertTrue(wrong <= 10 * KEYS / 100_000, wrong + " of " + 10 * KEYS);
    }

    @Test
    void aFilterTakesFourBytesForAKeyAndNoMoreKeysThanItIsMadeFor() {
        BlockedFilter filter = full();
        assertEquals(4.0 * KEYS, (double) filter.memoryBytes(), PIECES * 64);
        assertFalse(filter.hasRoom(1));
    }

    private static BlockedFilter full() {
        BlockedFilter filter = new BlockedFilter(KEYS);
        for (int piece = 0; piece < PIECES; piece++) {
            assertTrue(filter.makePiece());
        }
        assertFalse(filter.makePiece());
        for (long key = 0; key < KEYS; key++) {
            filter.add(Hashes.mix(key));
        }
        return filter;
    }
}
