package io.windlass.perf.demo;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads {@code from,to,amount,currency,id[,time]} (RFC 4180) line by line, so that a line that
 * cannot be read spoils no other one. A heading and empty lines are skipped.
 */
final class CsvFile implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreSurroundingSpaces(true).get();
    private static final int COLUMNS = 5;
    private static final List<String> HEADING = List.of("from", "to", "amount", "currency", "id");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BufferedReader text;
    private long number;

    /** Opens a file. */
    CsvFile(Path file) throws IOException {
        // A reader that replaces what is not UTF-8 instead of giving the whole file up.
        text =
                new BufferedReader(
                        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    /** The next line, empty at the end. */
    Optional<Line> next() throws IOException {
        String line = text.readLine();
        while (line != null) {
            number++;
            String content = number == 1 ? line.replace(BYTE_ORDER_MARK, "") : line;
            if (!content.isBlank() && !isHeading(content)) {
                return Optional.of(read(content));
            }
            line = text.readLine();
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean isHeading(String content) {
        if (number != 1) {
            return false;
        }
        List<String> words = List.of(content.toLowerCase(Locale.ROOT).strip().split("\\s*,\\s*"));
        return words.size() >= COLUMNS && words.subList(0, COLUMNS).equals(HEADING);
    }

    private Line read(String content) throws IOException {
        try (CSVParser parser = CSVParser.parse(content, FORMAT)) {
            CSVRecord fields = parser.iterator().next();
            if (fields.size() < COLUMNS || fields.size() > COLUMNS + 1) {
                return new Line.Unreadable(
                        number, fields.size() + " fields, not from,to,amount,currency,id[,time]");
            }
            return new Line.Transfer(
                    number,
                    fields.get(0),
                    fields.get(1),
                    fields.get(2),
                    fields.get(3),
                    fields.get(4));
        } catch (UncheckedIOException e) {
            return new Line.Unreadable(number, "the quotes do not match");
        }
    }
}
