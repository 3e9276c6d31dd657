package io.windlass.server.walls;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Shows every wall red on broken code and silent on sound code: one that cannot fail is none. */
class WallsAreGuardedTest {

    private static final String BROKEN = "walls.broken";
    private static final String SOUND = "walls.sound";

    private static final JavaClasses BROKEN_CODE = Code.ofPackage(BROKEN);
    private static final JavaClasses SOUND_CODE = Code.ofPackage(SOUND);

    @TestFactory
    Stream<DynamicTest> everyWallFindsItsBreach() {
        return walls(BROKEN)
                .filter(WallsAreGuardedTest::canBeBroken)
                .map(wall -> DynamicTest.dynamicTest(wall.name(), () -> assertRed(wall)));
    }

    @TestFactory
    Stream<DynamicTest> everyWallLetsSoundCodeStand() {
        return walls(SOUND).map(wall -> Walls.standing(wall, SOUND_CODE));
    }

    @Test
    void aBreachNamesThePlaceAndTheReplacement() {
        String breach = new Determinism(BROKEN).walls().get(0).breaches(BROKEN_CODE).toString();
        assertTrue(breach.contains("Undetermined.java:"), breach);
        assertTrue(breach.contains("instead: the Moment"), breach);
    }

    @Test
    void aLibraryThatIsThereIsSeen() {
        assertTrue(Libraries.isPresent("net.openhft.chronicle.bytes.Bytes"));
        assertFalse(Libraries.isPresent("net.openhft.chronicle.bytes.NoSuchClass"));
    }

    private static Stream<Wall> walls(String root) {
        return Stream.of(
                        new Layers(root).walls(),
                        new Libraries(root).walls(),
                        new Determinism(root).walls())
                .flatMap(List::stream);
    }

    /** These clients are not on the class path yet, so no class can name them. */
    private static boolean canBeBroken(Wall wall) {
        return Stream.of("Hazelcast", "Kafka", "Redis").noneMatch(wall.name()::startsWith);
    }

    private static void assertRed(Wall wall) {
        assertFalse(wall.breaches(BROKEN_CODE).isEmpty(), wall.name() + " found nothing");
    }
}
