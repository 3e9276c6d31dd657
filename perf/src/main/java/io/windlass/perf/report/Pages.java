package io.windlass.perf.report;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as text of Markdown and of HTML; nothing where a table has no rows. */
final class Pages {
    private Pages() {}

    static String markdown(List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        return "| "
                + String.join(" | ", head)
                + " |\n|---"
                + "|---:".repeat(head.size() - 1)
                + "|\n"
                + rows.stream()
                        .map(row -> "| " + String.join(" | ", row) + " |\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    static String html(List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        return "<table><tr><th>"
                + String.join("</th><th>", head)
                + "</th></tr>\n"
                + rows.stream()
                        .map(row -> "<tr><td>" + String.join("</td><td>", row) + "</td></tr>\n")
                        .collect(Collectors.joining())
                + "</table>";
    }
}
