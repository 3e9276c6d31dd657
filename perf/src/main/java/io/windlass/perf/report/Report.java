package io.windlass.perf.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a report: {@code Report RAW_DIRECTORY RESULT DATE MACHINE} makes {@code RESULT.md} and
 * {@code RESULT.html}, which needs no other file.
 */
public final class Report {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
                    + "padding:0 1rem;color:#1f2937}table{border-collapse:collapse;width:100%}"
                    + "td,th{padding:.35rem .6rem;border-bottom:1px solid #e2e5ea;text-align:right}"
                    + "td:first-child,th:first-child{text-align:left}"
                    + "svg{width:100%;font:11px system-ui,sans-serif;fill:#374151}";

    private Report() {}

    /** Reads the outputs and writes both pages. */
    public static void main(String[] arguments) throws IOException {
        List<Rounds> all = Rounds.read(Path.of(arguments[0]));
        String title = "Windlass measured on " + arguments[2];
        String setting = setting(all, arguments[3]);
        Files.writeString(Path.of(arguments[1] + ".md"), markdown(all, title, setting));
        Files.writeString(Path.of(arguments[1] + ".html"), html(all, title, setting));
    }

    private static String setting(List<Rounds> all, String machine) {
        int rounds = all.stream().mapToInt(step -> step.outputs().size()).max().orElse(0);
        return machine
                + "; JDK "
                + texts(all, "jdk")
                + "; durability "
                + texts(all, "durability")
                + "; partitions "
                + texts(all, "partitions")
                + "; "
                + peer(all, "postgres", "PostgreSQL ")
                + peer(all, "redis", "Redis ")
                + "at most "
                + rounds
                + " rounds of a step, the steps of a round one after the other, generator on the"
                + " same machine.";
    }

    /** What our own steps say, all of it if they differ. */
    private static String texts(List<Rounds> all, String key) {
        String texts =
                all.stream()
                        .filter(step -> step.text("jdk").isPresent())
                        .flatMap(step -> step.text(key).stream())
                        .distinct()
                        .collect(Collectors.joining(" and "));
        return texts.isEmpty() ? "unknown" : texts;
    }

    private static String peer(List<Rounds> all, String file, String name) {
        return Tables.find(all, file)
                .map(
                        step ->
                                name
                                        + step.text("version").orElse("")
                                        + " ("
                                        + step.text("durability").orElse("")
                                        + "); ")
                .orElse("");
    }

    private static String markdown(List<Rounds> all, String title, String setting) {
        String ratios =
                Tables.ratios(all).stream()
                        .map(line -> "- " + line + "\n")
                        .collect(Collectors.joining());
        return "# "
                + title
                + "\n\n"
                + setting
                + "\n\n"
                + Pages.markdown(Tables.HEAD, Tables.rates(all))
                + Pages.markdown(Goals.HEAD, Goals.rows(all))
                + ratios
                + "\n"
                + Pages.markdown(GroupCommit.HEAD, GroupCommit.rows(all));
    }

    private static String html(List<Rounds> all, String title, String setting) {
        String ratios =
                Tables.ratios(all).stream()
                        .map(line -> "<li>" + line + "</li>\n")
                        .collect(Collectors.joining());
        return "<!doctype html><html lang='en'><meta charset='utf-8'><title>"
                + title
                + "</title><style>"
                + STYLE
                + "</style><h1>"
                + title
                + "</h1><p>"
                + setting
                + "</p>"
                + Pages.html(Tables.HEAD, Tables.rates(all))
                + "<h2>Floors and goals</h2>"
                + Pages.html(Goals.HEAD, Goals.rows(all))
                + "<ul>"
                + ratios
                + "</ul><h2>Latency by percentile</h2>"
                + CurveChart.draw(all)
                + "<h2>Group commit by the number of clients</h2>"
                + GroupCommit.draw(all)
                + "</html>\n";
    }
}
