package io.windlass.kernel.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SteppedWorkTest {
    @Test
    void restsGetShorterTheMoreWorksWait() {
        assertEquals(600_000, SteppedWork.restNanos(200_000, 0), "three times the step");
        assertEquals(2_000_000, SteppedWork.restNanos(5_000_000, 0), "but not for ever");
        assertEquals(200_000, SteppedWork.restNanos(200_000, 1));
        assertEquals(300_000, SteppedWork.restNanos(5_000_000, 1));
        assertEquals(0, SteppedWork.restNanos(5_000_000, 2), "none when two wait");
    }
}
