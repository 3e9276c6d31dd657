package io.windlass.server.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.kernel.feature.contract.Seeds;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds in every build: those that have found something first, then a hundred others. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulationTest {
    @Order(1)
    @ParameterizedTest
    @ValueSource(longs = {4_576})
    void aSeedThatHasFoundSomethingStaysGreen(long seed) {
        assertHolds(seed);
    }

    @Order(2)
    @Seeds(100)
    void everyInvariantHolds(long seed) {
        assertHolds(seed);
    }

    private static void assertHolds(long seed) {
        assertEquals(Optional.empty(), SimulationMain.check(seed).failure());
    }
}
