package io.windlass.server.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Keeps clock, chance, threads and the machine out of the code whose replay must be exact. */
class DeterminismTest {

    private static final JavaClasses WINDLASS = Code.ofWindlass();

    @TestFactory
    Stream<DynamicTest> everyWallStands() {
        return new Determinism(Code.ROOT)
                .walls().stream().map(wall -> Walls.standing(wall, WINDLASS));
    }
}
