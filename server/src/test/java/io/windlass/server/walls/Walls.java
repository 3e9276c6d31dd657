package io.windlass.server.walls;

import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;

/** Turns walls into tests. */
final class Walls {

    private Walls() {}

    static DynamicTest standing(Wall wall, JavaClasses classes) {
        return DynamicTest.dynamicTest(
                wall.name(), () -> assertNoBreach(wall.name(), wall.breaches(classes)));
    }

    static void assertNoBreach(String rule, List<String> breaches) {
        if (!breaches.isEmpty()) {
            fail(rule + " is broken by\n  " + String.join("\n  ", breaches));
        }
    }
}
