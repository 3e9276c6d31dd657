package io.windlass.server.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.windlass.kernel.feature.contract.Seeds;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds in every build: those that have found something first, then three hundred others. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulationTest {
    @Order(1)
    @ParameterizedTest
    @ValueSource(longs = {19, 1_725, 1_905, 4_450})
    void aSeedThatHasFoundSomethingStaysGreen(long seed) {
        assertHolds(seed);
    }

    @Order(2)
    @Seeds(300)
    void everyInvariantHolds(long seed) {
        assertHolds(seed);
    }

    @Order(3)
    @Seeds(10)
    void theSameSeedIsTheSameRun(long seed) {
        long hash = Simulation.run(seed, new Lending.Honest()).hash();
        assertEquals(hash, Simulation.run(seed, new Lending.Honest()).hash());
        assertNotEquals(hash, Simulation.run(-seed, new Lending.Honest()).hash());
    }

    private static void assertHolds(long seed) {
        assertEquals(Optional.empty(), SimulationMain.check(seed).failure());
    }
}
