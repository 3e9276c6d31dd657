package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.contract.Seeds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    @Test
    void noMoreThanTheCreditIsTaken() {
        Allowance allowance = new Allowance(10);
        assertTrue(allowance.take(10));
        assertFalse(allowance.take(1));
        assertEquals(10, allowance.answered(10));
        assertTrue(allowance.take(10));
    }

    @Test
    void creditComesBackWhenAQuarterIsDueOrNothingIsInFlight() {
        Allowance allowance = new Allowance(100);
        for (int cost : new int[] {24, 1, 5, 6}) {
            assertTrue(allowance.take(cost));
        }
        assertEquals(0, allowance.answered(24));
        assertEquals(25, allowance.answered(1));
        assertEquals(0, allowance.answered(5));
        assertEquals(11, allowance.answered(6));
    }

    @Seeds(50)
    void aClientThatSendsWhatItHasCreditForIsNeverRefusedAndNeverStuck(long seed) {
        Random random = new Random(seed);
        int all = 1 + random.nextInt(50);
        Allowance allowance = new Allowance(all);
        Deque<Integer> inFlight = new ArrayDeque<>();
        int known = all;
        for (int i = 0; i < 1_000; i++) {
            if (known > 0 && random.nextBoolean()) {
                int cost = 1 + random.nextInt(known);
                assertTrue(allowance.take(cost));
                known -= cost;
                inFlight.add(cost);
            } else if (!inFlight.isEmpty()) {
                known += allowance.answered(inFlight.remove());
            }
            assertEquals(inFlight.size(), allowance.inFlight());
            assertTrue(known > 0 || !inFlight.isEmpty());
        }
    }
}
