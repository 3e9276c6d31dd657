package io.windlass.perf.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo against a real node. */
class DemoIT {
    private static final int LINES = 3_000;

    @TempDir private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aSampleRunTwiceMovesNothingTheSecondTime() throws Exception {
        Path sample = directory.resolve("sample.csv");
        assertEquals(0, demo("--sample", "--lines", "" + LINES, "--out", sample.toString()));
        try (OwnNode node = OwnNode.start()) {
            String target = node.address().getAuthority();
            assertEquals(0, demo(sample.toString(), "--target", target), this::output);
            String first = output();
            assertEquals(LINES, number(first, "lines"), first);
            assertTrue(number(first, "insufficient-funds") > 50, first);
            assertTrue(number(first, "idempotency-mismatch") > 20, first);
            assertTrue(number(first, "replayed") > 20, first);
            assertEquals(
                    LINES,
                    number(first, "accepted")
                            + number(first, "replayed")
                            + number(first, "refused"),
                    first);
            String books = books(first);
            assertTrue(books.startsWith("trial balance             balanced"), first);
            assertEquals(0, demo(sample.toString(), "--target", target), this::output);
            String second = output();
            assertEquals(0, number(second, "accepted"), second);
            assertEquals(number(first, "idempotency-mismatch"), number(second, "refused"), second);
            assertEquals(books, books(second));
        }
    }

    @Test
    void badLinesAreNamedAndTheOthersPosted() throws Exception {
        Path file = directory.resolve("export.csv");
        Files.writeString(
                file,
                """
                \uFEFFFrom,To,Amount,Currency,Id
                employer,me,2000.00,EUR,1
                me,landlord,900.00,EUR,2,2026-01-02
                nonsense

                me,"landlord
                "me", "baker" ,3.333,EUR,4
                me,house:garage,5,EUR,5
                """);
        try (OwnNode node = OwnNode.start()) {
            int code = demo(file.toString(), "--target", node.address().getAuthority());
            assertEquals(0, code, this::output);
            String text = output();
            assertEquals(3, number(text, "accepted"), text);
            assertEquals(2, number(text, "unreadable-line"), text);
            assertEquals(1, number(text, "amount-scale"), text);
            assertTrue(text.contains("EUR: sum 0.00, 5 accounts, customers 2000.00"), text);
            String troubles = err.toString(StandardCharsets.UTF_8);
            assertTrue(troubles.contains("line 4: 1 fields"), troubles);
            assertTrue(troubles.contains("line 6: the quotes"), troubles);
            assertTrue(troubles.contains("line 7: amount-scale"), troubles);
        }
    }

    @Test
    void theSameSeedMakesTheSameSample() throws IOException {
        Path one = directory.resolve("1");
        Path two = directory.resolve("2");
        Path other = directory.resolve("3");
        Sample.write(one, 7, 500);
        Sample.write(two, 7, 500);
        Sample.write(other, 8, 500);
        assertEquals(-1, Files.mismatch(one, two));
        assertFalse(Files.mismatch(one, other) == -1);
    }

    @Test
    void aMissingNodeIsToldApart() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "a,b,1.00,USD,1\n");
        assertEquals(1, demo(file.toString(), "--target", "127.0.0.1:1"));
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("start a node with scripts/run first"), text);
        assertEquals(2, demo("--nonsense"));
        assertEquals(2, demo());
    }

    private int demo(String... arguments) {
        out.reset();
        Demo demo = new Demo(new PrintStream(out, true), new PrintStream(err, true));
        return demo.run(List.of(arguments));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String books(String output) {
        return output.substring(output.indexOf("trial balance"));
    }

    private static long number(String output, String name) {
        return output.lines()
                .filter(line -> line.strip().startsWith(name + " "))
                .map(line -> line.strip().replaceFirst(".* ", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
