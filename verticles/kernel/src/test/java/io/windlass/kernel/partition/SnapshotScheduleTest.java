package io.windlass.kernel.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SnapshotScheduleTest {
    @Test
    void aSmallStateIsWrittenBehindHalfAndALargeOneBehindTwiceItsSize() {
        assertEquals(0, SnapshotSchedule.growth(0));
        assertEquals(16L << 20, SnapshotSchedule.growth(32L << 20));
        assertEquals(128L << 20, SnapshotSchedule.growth(64L << 20));
    }
}
