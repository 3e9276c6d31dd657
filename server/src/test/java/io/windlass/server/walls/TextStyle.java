package io.windlass.server.walls;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of style that the bare text shows. */
final class TextStyle {

    private static final int LINES_MAX = 400;
    private static final int COLUMNS_MAX = 100;
    private static final int IMPORTS_MAX = 20;

    // Written so that this file does not break its own rules.
    private static final Pattern MARKER = Pattern.compile("\\b(TO[D]O|FIX[M]E)\\b");
    private static final Pattern WILDCARD = Pattern.compile("^import .*\\*;");
    private static final Pattern SLEEP = Pattern.compile("\\b(Thread|TimeUnit\\.\\w+)\\.sleep\\(");

    private TextStyle() {}

    static List<Style> rules() {
        return List.of(
                Style.ofText(
                        "at most " + LINES_MAX + " lines a file",
                        "a second class for the second job",
                        TextStyle::length),
                Style.ofText(
                        "at most " + COLUMNS_MAX + " columns",
                        "mvn spotless:apply, and split long texts",
                        source -> source.places(TextStyle::isWide)),
                Style.ofText(
                        "at most " + IMPORTS_MAX + " imports in production code",
                        "a class that does one of: decide, hold, drive, translate, wire",
                        TextStyle::imports),
                Style.ofText(
                        "no notes to do something later",
                        "do it now, or open an issue",
                        source -> source.places(line -> MARKER.matcher(line).find())),
                Style.ofText(
                        "no wildcard imports",
                        "one import for each name",
                        source -> source.places(line -> WILDCARD.matcher(line).find())),
                Style.ofText(
                        "tests do not sleep",
                        "wait for the condition, or lend the test a clock",
                        TextStyle::sleeps));
    }

    private static Stream<String> length(Source source) {
        long lines = source.text().lines().count();
        return lines > LINES_MAX ? Stream.of(source.place(lines)) : Stream.empty();
    }

    /** Imports cannot be wrapped. */
    private static boolean isWide(String line) {
        return line.length() > COLUMNS_MAX && !isImport(line);
    }

    private static Stream<String> imports(Source source) {
        return source.isMain()
                ? source.places(TextStyle::isImport).skip(IMPORTS_MAX)
                : Stream.empty();
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private static Stream<String> sleeps(Source source) {
        return source.isMain() ? Stream.empty() : source.places(line -> SLEEP.matcher(line).find());
    }
}
