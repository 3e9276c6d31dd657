package io.windlass.server.walls;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the house rules that a program can check, over the sources of all modules. */
class StyleTest {

    private static final List<Source> WINDLASS = Sources.ofWindlass();

    @TestFactory
    Stream<DynamicTest> everyFileKeepsTheRules() {
        return Style.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> assertKept(rule)));
    }

    @Test
    void everyPackageSaysWhyItExists() {
        Walls.assertNoBreach("every package has a page", PackagePages.missing(WINDLASS));
    }

    @Test
    void theSourcesOfEveryModuleAreRead() {
        for (String module : Sources.MODULES) {
            assertTrue(
                    WINDLASS.stream().anyMatch(source -> source.path().startsWith(module)),
                    "no source of " + module + " was read");
        }
    }

    private static void assertKept(Style rule) {
        Walls.assertNoBreach(rule.name(), rule.breaches(WINDLASS));
    }
}
