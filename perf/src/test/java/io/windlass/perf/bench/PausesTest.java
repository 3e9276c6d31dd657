package io.windlass.perf.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.perf.bench.Pauses.Lag;
import io.windlass.perf.bench.SafepointLog.Stop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The longest pause is put together from what the node says of its machine and of its loops. */
class PausesTest {
    private static final long MILLI = 1_000_000;

    @TempDir private Path directory;

    @Test
    void safepointsAreReadAsEachJdkWritesThem() throws IOException {
        String of17 =
                "[1795371226138ms] Safepoint \"G1CollectForAllocation\", Time since last: 10977977"
                        + " ns, Reaching safepoint: 2634 ns, Cleanup: 4174 ns, At safepoint:"
                        + " 2509403 ns, Total: 2516211 ns";
        String of25 =
                "[1795371227764ms] Safepoint \"G1CollectFull\", Time since last: 12714911 ns,"
                        + " Reaching safepoint: 4247 ns, At safepoint: 15737335 ns, Leaving"
                        + " safepoint: 1530548 ns, Total: 17272130 ns, Threads: 0 runnable, 10"
                        + " total";
        String name =
                SafepointLog.options(directory).get(1).replaceAll(".*/", "").replaceAll(":.*", "");
        String torn = of17.substring(0, 40);
        Files.write(directory.resolve(name), List.of(of17, "another line", of25, torn));
        assertEquals(
                List.of(
                        new Stop(1_795_371_226_138L, 2_516_211, "G1CollectForAllocation"),
                        new Stop(1_795_371_227_764L, 17_272_130, "G1CollectFull")),
                SafepointLog.read(directory));
    }

    @Test
    void theLongestPauseIsASumOfOneWindow() {
        long later = 2 * Pauses.WINDOW_MILLIS;
        Pauses pauses =
                new Pauses(
                        List.of(stop(100, 30), stop(later - 1, 5), stop(later - 2, 7)),
                        List.of(new Lag(later, 20), new Lag(99, 25)));
        assertEquals(27, pauses.longestMillis());
        assertEquals(
                List.of(
                        "longest_pause_ms=27.00",
                        "longest_safepoint_ms=30.00",
                        "longest_safepoint=a test",
                        "safepoints=3",
                        "longest_loop_lag_ms=25.00"),
                printed(pauses));
    }

    @Test
    void whatEndedOutsideOfTheStretchIsLeftOut() {
        List<Stop> stops = List.of(stop(9, 90), stop(10, 1), stop(20, 2), stop(21, 90));
        List<Lag> lags = List.of(new Lag(9, 90), new Lag(10, 3), new Lag(20, 4), new Lag(21, 90));
        Pauses pauses = Pauses.between(stops, lags, 10, 20);
        assertEquals(List.of(stop(10, 1), stop(20, 2)), pauses.stops());
        assertEquals(List.of(new Lag(10, 3), new Lag(20, 4)), pauses.lags());
        assertEquals(6, pauses.longestMillis());
    }

    @Test
    void aNodeThatNeverStoodStillHasNoPause() {
        assertTrue(printed(new Pauses(List.of(), List.of())).contains("longest_safepoint=none"));
    }

    private static Stop stop(long endMillis, long millis) {
        return new Stop(endMillis, millis * MILLI, "a test");
    }

    private static List<String> printed(Pauses pauses) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Figures figures = new Figures();
        pauses.addTo(figures);
        figures.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
