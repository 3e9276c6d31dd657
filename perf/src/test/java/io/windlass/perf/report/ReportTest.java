package io.windlass.perf.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages say what the outputs of the rounds say. */
class ReportTest {
    private static final String CURVE = "1:4000:200:400:1.00,2:7000:210:410:1.50";

    @TempDir private Path raw;

    @BeforeEach
    void writeOutputs() throws IOException {
        write("binary8192-1", "transfers_per_s=1200000");
        write("binary8192-2", "transfers_per_s=1600000");
        write("binary8192-3", "transfers_per_s=900000");
        write("binaryone-1", "transfers_per_s=4000", "p50_us=600", "fdatasync_p50_us=150");
        write("binary64-1", "transfers_per_s=900000", "bytes_per_transfer=96.25");
        write("curve-1", "peak_per_s=7000", "curve=" + CURVE);
    }

    @Test
    void aFigureIsHeldAgainstItsFloorAndItsGoal() throws IOException {
        List<List<String>> rows = Goals.rows(Rounds.read(raw));
        assertEquals(
                List.of(
                        "batches of 8,192, a second",
                        "1,000,000",
                        "1,500,000",
                        "1,200,000",
                        "900,000 - 1,600,000",
                        "floor"),
                rows.get(0));
        assertEquals("goal", rows.get(1).get(5), "more than the goal");
        assertEquals(List.of("0.30", "0.15", "0.45", "0.45 - 0.45"), rows.get(2).subList(1, 5));
        assertEquals("missed", rows.get(2).get(5), "a time above the floor");
        assertEquals("goal", rows.get(3).get(5), "fewer bytes than the goal");
        assertEquals(4, rows.size(), "what was not measured is left out");
    }

    @Test
    void groupCommitIsShownAndDrawn() throws IOException {
        List<Rounds> all = Rounds.read(raw);
        assertEquals(
                List.of(
                        List.of("1", "4,000", "200", "400", "1"),
                        List.of("2", "7,000", "210", "410", "2")),
                GroupCommit.rows(all));
        assertEquals(2 * 4, GroupCommit.draw(all).split("<polyline", -1).length - 1);
    }

    @Test
    void bothPagesAreWritten() throws IOException {
        Report.main(
                new String[] {
                    raw.toString(), raw.resolve("page").toString(), "2026-01-02", "a machine"
                });
        String markdown = Files.readString(raw.resolve("page.md"));
        assertTrue(markdown.contains("| batches of 8,192, a second | 1,000,000 |"), markdown);
        assertTrue(markdown.contains("| 2 | 7,000 |"), markdown);
        assertTrue(Files.readString(raw.resolve("page.html")).contains("transfers in a frame"));
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(raw.resolve(name + ".txt"), List.of(lines));
    }
}
