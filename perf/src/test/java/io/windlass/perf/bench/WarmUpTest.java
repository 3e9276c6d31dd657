package io.windlass.perf.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A warm-up takes its seconds, and goes on until enough was accepted. */
class WarmUpTest {
    private final List<Long> seconds = new ArrayList<>();
    private final LoadOptions options = new LoadOptions();

    @Test
    void itGoesOnUntilEnoughWasAccepted() {
        options.warmup = 3;
        options.seen = 25;
        assertEquals(30, WarmUp.run(accepting(10), Pace.MAX, options));
        assertEquals(List.of(3L, 5L, 5L), seconds);
    }

    @Test
    void itTakesItsSecondsWhereNothingIsWanted() {
        options.warmup = 3;
        assertEquals(10, WarmUp.run(accepting(10), Pace.MAX, options));
        assertEquals(List.of(3L), seconds);
    }

    @Test
    void aNodeThatAcceptsNoMoreEndsIt() {
        options.seen = 1;
        assertThrows(BenchException.class, () -> WarmUp.run(accepting(0), Pace.MAX, options));
    }

    private Course accepting(int each) {
        return (pace, nanos) -> {
            seconds.add(TimeUnit.NANOSECONDS.toSeconds(nanos));
            Tally tally = new Tally();
            for (int i = 0; i < each; i++) {
                tally.accept();
            }
            return tally;
        };
    }
}
