package io.windlass.perf.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages say what the outputs of the rounds say. */
class ReportTest {
    private static final String CURVE = "1:4000:200:400:1.00,2:7000:210:410:1.50";

    @TempDir private Path raw;

    @BeforeEach
    void writeOutputs() throws IOException {
        write(
                "binary8192-1",
                "transfers_per_s=1200000",
                "seconds=60",
                "server_cpu_s_per_million=0.80",
                "client_cpu_s_per_million=0.10");
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
                        "floor",
                        "0.80",
                        "0.10"),
                rows.get(0));
        assertEquals("goal", rows.get(1).get(5), "more than the goal");
        assertEquals(List.of("0.30", "0.15", "0.45", "0.45 - 0.45"), rows.get(2).subList(1, 5));
        assertEquals("missed", rows.get(2).get(5), "a time above the floor");
        assertEquals("goal", rows.get(3).get(5), "fewer bytes than the goal");
        assertEquals(4, rows.size(), "what was not measured is left out");
    }

    @Test
    void theMiddleOfAnEvenNumberOfRoundsIsTheMeanOfTwo() throws IOException {
        write("binary8192-4", "transfers_per_s=1000000");
        Rounds rounds =
                Rounds.read(raw).stream()
                        .filter(each -> each.step().file().equals("binary8192"))
                        .findAny()
                        .orElseThrow();
        assertEquals(Optional.of(1_100_000.0), rounds.median("transfers_per_s"));
    }

    @Test
    void aPromiseIsNotHeldAgainstASmallerLoad() throws IOException {
        write("seen-1", "transfers_per_s=800000", "accounts=1000000", "seen=49999999");
        write("pauses-1", pauses(599, 1, 1));
        write("pauses-2", pauses(600, 0, 1));
        write("pauses-3", pauses(600, 1, 0));
        assertEquals(4, Goals.rows(Rounds.read(raw)).size());
        write("seen-2", "transfers_per_s=800000", "accounts=1000000", "seen=50000000");
        write("pauses-4", pauses(600, 1, 1));
        List<List<String>> rows = Goals.rows(Rounds.read(raw));
        assertEquals(6, rows.size());
        assertEquals("800,000", rows.get(3).get(3));
        assertEquals(List.of("50.00", "20.00", "30.00"), rows.get(4).subList(1, 4));
        assertEquals("floor", rows.get(4).get(5), "less is better");
    }

    @Test
    void theOtherJdkHasARowOfItsOwn() throws IOException {
        write("binary8192-25-1", "transfers_per_s=1000000", "seconds=60");
        write("binary8192-25-2", "transfers_per_s=2000000", "seconds=60");
        List<Rounds> all = Rounds.read(raw);
        assertEquals("2 x 60 s", rates(all, "binary batches of 8,192, on JDK 25").get(1));
        assertEquals("3 x 60 s", rates(all, "binary batches of 8,192, 2 connections").get(1));
        assertEquals("1,000,000 - 2,000,000", Goals.rows(all).get(1).get(4));
    }

    @Test
    void pausesAndMemoryAreToldInASentence() throws IOException {
        write("pauses-1", pauses(600, 85, 170));
        write(
                "seen-1",
                "transfers_per_s=800000",
                "accounts=1000000",
                "set_up_s=27.83",
                "seen=50250000",
                "table_bytes=771000000",
                "table_bytes_max=3160408064",
                "resident_max_bytes=2500000000");
        String lines = String.join("\n", Tables.ratios(Rounds.read(raw)));
        assertTrue(
                lines.contains("for 600 s: longest safepoint 12.0 ms (a test), longest delay"),
                lines);
        assertTrue(lines.contains("18.0 ms; 85 snapshots and 170 files"), lines);
        assertTrue(
                lines.contains("1,000,000 accounts, opened and funded in 28 s; 50,250,000"), lines);
        assertTrue(lines.contains("tables of 771 MB, of 3,160 MB allowed"), lines);
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
        write("binary8192-25-1", "transfers_per_s=1000000", "jdk=25.0.1", "partitions=1");
        write("binary1024-1", "transfers_per_s=1000000", "jdk=17.0.1", "partitions=1");
        Report.main(
                new String[] {
                    raw.toString(), raw.resolve("page").toString(), "2026-01-02", "a machine"
                });
        String markdown = Files.readString(raw.resolve("page.md"));
        assertTrue(markdown.contains("| batches of 8,192, a second | 1,000,000 |"), markdown);
        assertTrue(markdown.contains("| 2 | 7,000 |"), markdown);
        assertTrue(markdown.contains("JDK 25.0.1 and 17.0.1; durability unknown; partitions 1;"));
        assertTrue(Files.readString(raw.resolve("page.html")).contains("transfers in a frame"));
    }

    private static List<String> rates(List<Rounds> all, String title) {
        return Tables.rates(all).stream()
                .filter(row -> row.get(0).equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String[] pauses(int seconds, int snapshots, int files) {
        return new String[] {
            "transfers_per_s=300000",
            "seconds=" + seconds,
            "longest_pause_ms=30",
            "longest_safepoint_ms=12",
            "longest_safepoint=a test",
            "longest_loop_lag_ms=18",
            "snapshots=" + snapshots,
            "sealed_files=" + files
        };
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(raw.resolve(name + ".txt"), List.of(lines));
    }
}
