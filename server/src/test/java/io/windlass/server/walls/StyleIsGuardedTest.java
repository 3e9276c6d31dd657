package io.windlass.server.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Shows every rule of style red on a text that breaks it. */
class StyleIsGuardedTest {

    private static final Path MAIN = Path.of("kernel/src/main/java/kernel/Bad.java");
    private static final Path TEST = Path.of("kernel/src/test/java/kernel/BadTest.java");

    @Test
    void aLongFileIsFound() {
        assertBroken("at most 400 lines a file", MAIN, "\n".repeat(401));
    }

    @Test
    void aWideLineIsFound() {
        assertBroken("at most 100 columns", MAIN, "//" + "x".repeat(99));
    }

    @Test
    void manyImportsAreFound() {
        assertBroken(
                "at most 20 imports in production code",
                MAIN,
                "import java.util.List;\n".repeat(21));
    }

    @Test
    void aNoteForLaterIsFound() {
        assertBroken("no notes to do something later", MAIN, "// " + "TO" + "DO: later");
    }

    @Test
    void aWildcardImportIsFound() {
        assertBroken("no wildcard imports", MAIN, "import java.util.*;");
    }

    @Test
    void aSleepingTestIsFound() {
        assertBroken("tests do not sleep", TEST, "Thread." + "sleep(100);");
    }

    @Test
    void aLongMethodIsFound() {
        assertBroken(
                "at most 60 lines a method",
                MAIN,
                "class A {\nvoid a() {" + "\n".repeat(60) + "}}");
    }

    @Test
    void aLongMethodIsFoundInItsOwnFile() {
        Source sound = new Source(TEST, "class A {}");
        Source broken = new Source(MAIN, "class A {\nvoid a() {" + "\n".repeat(60) + "}}");
        List<String> places = TreeStyle.rules().get(0).breaches(List.of(sound, broken, sound));
        assertEquals(1, places.size());
        assertTrue(places.get(0).startsWith(MAIN + ":2 a"), places::toString);
    }

    @Test
    void anEmptyNameIsFound() {
        String rule = "no empty names: Abstract-, -Impl, -Util(s), -Helper, -Manager";
        for (String name : List.of("AbstractLog", "LogImpl", "Utils", "LogHelper", "LogManager")) {
            assertBroken(rule, MAIN, "class Outer { record " + name + "() {} }");
        }
    }

    @Test
    void soundTextIsLeftAlone() {
        String text = "package kernel;\n\nimport java.util.List;\n\nclass Log { void tick() {} }\n";
        assertEquals(List.of(), broken(new Source(MAIN, text)));
    }

    @Test
    void aPackageWithoutAPageIsFound() {
        Source page = new Source(MAIN.resolveSibling("package-info.java"), "package kernel;");
        Source code = new Source(MAIN, "package kernel;");
        assertEquals(1, PackagePages.missing(List.of(code)).size());
        assertEquals(List.of(), PackagePages.missing(List.of(code, page)));
    }

    @Test
    void aBreachNamesThePlaceAndTheReplacement() {
        Source source = new Source(MAIN, "package kernel;\nimport java.util.*;\n");
        String breach =
                Style.rules().stream()
                        .flatMap(rule -> rule.breaches(List.of(source)).stream())
                        .collect(Collectors.joining());
        assertTrue(breach.contains("Bad.java:2  instead: one import for each name"), breach);
    }

    private static void assertBroken(String rule, Path path, String text) {
        assertEquals(List.of(rule), broken(new Source(path, text)));
    }

    private static List<String> broken(Source source) {
        return Style.rules().stream()
                .filter(rule -> !rule.breaches(List.of(source)).isEmpty())
                .map(Style::name)
                .toList();
    }
}
