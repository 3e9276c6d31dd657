package io.windlass.edge.binary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of {@code binary-protocol.md}, by the heading they stand under. */
final class ProtocolPage {
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");
    private static final Pattern TOTAL = Pattern.compile("Total: (\\d+) bytes\\.");
    private static final Pattern RULER = Pattern.compile("[|-]+");

    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    private final Map<String, Integer> totals = new HashMap<>();

    private ProtocolPage(List<String> lines) {
        String heading = "";
        Optional<List<String>> columns = Optional.empty();
        for (String line : lines) {
            Matcher title = HEADING.matcher(line);
            Matcher total = TOTAL.matcher(line);
            if (title.matches()) {
                heading = title.group(1);
            } else if (total.matches()) {
                totals.put(heading, Integer.valueOf(total.group(1)));
            }
            if (!line.startsWith("|")) {
                columns = Optional.empty();
            } else if (columns.isEmpty()) {
                columns = Optional.of(cells(line));
                if (tables.put(heading, new ArrayList<>()) != null) {
                    throw new IllegalStateException("two tables under " + heading);
                }
            } else if (!RULER.matcher(line).matches()) {
                tables.get(heading).add(row(columns.get(), cells(line)));
            }
        }
    }

    static ProtocolPage read() {
        try (InputStream page = ProtocolPage.class.getResourceAsStream("/binary-protocol.md")) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return new ProtocolPage(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table, by the names of its columns. */
    List<Map<String, String>> table(String heading) {
        return tables.get(heading);
    }

    /** The headings that have a table. */
    List<String> headings() {
        return List.copyOf(tables.keySet());
    }

    /** What the page says all fields of a table have together. */
    OptionalInt totalBytes(String heading) {
        return totals.containsKey(heading)
                ? OptionalInt.of(totals.get(heading))
                : OptionalInt.empty();
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.lastIndexOf('|'));
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }
}
