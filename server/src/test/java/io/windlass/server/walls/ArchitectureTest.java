package io.windlass.server.walls;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the layers and the addresses of the libraries. */
class ArchitectureTest {

    private static final JavaClasses WINDLASS = Code.ofWindlass();

    @TestFactory
    Stream<DynamicTest> everyWallStands() {
        Stream<Wall> layers = new Layers(Code.ROOT).walls().stream();
        Stream<Wall> libraries = new Libraries(Code.ROOT).walls().stream();
        return Stream.concat(layers, libraries).map(wall -> Walls.standing(wall, WINDLASS));
    }

    @TestFactory
    Stream<DynamicTest> everyLayerIsLookedAt() {
        return Stream.of("base", "kernel", "features", "edge", "server")
                .map(layer -> DynamicTest.dynamicTest(layer, () -> assertIsThere(layer)));
    }

    @Test
    void theLibraryThatReportsUsageIsNotOnTheClassPath() {
        assertFalse(
                Libraries.isPresent("net.openhft.chronicle.analytics.Analytics"),
                "chronicle-analytics is on the class path; instead: exclude it in the pom");
    }

    private static void assertIsThere(String layer) {
        assertFalse(
                WINDLASS.stream().filter(Code.in(Code.ROOT + "." + layer)).findAny().isEmpty(),
                "no class of " + layer + " was read: the walls would stand around nothing");
    }
}
