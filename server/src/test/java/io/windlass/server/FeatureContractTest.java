package io.windlass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.contract.FeatureContract;
import io.windlass.kernel.feature.contract.Seeds;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every feature of this server keeps, tried without its author's help. */
class FeatureContractTest {
    private static final int STEPS = 2_000;
    private static final long SEED = 1;

    @Seeds(5)
    void everyFeatureKeepsTheContract(long seed) {
        Features.all().forEach(feature -> FeatureContract.check(feature, seed, STEPS));
    }

    @Seeds(5)
    void noFeatureSeesWhatHasLeftMemory(long seed) {
        Features.all().forEach(feature -> FeatureContract.checkAgeing(feature, seed, STEPS));
    }

    /** What a run never meets it does not check. */
    @TestFactory
    Stream<DynamicTest> aRunMeetsEveryKindOfEvent() {
        return forEach(
                feature ->
                        assertEquals(Set.of(), FeatureContract.eventsNotMet(feature, SEED, STEPS)));
    }

    /** Documentation of what never happens is wrong. */
    @TestFactory
    Stream<DynamicTest> aRunMeetsEveryKindOfAnswer() {
        return forEach(
                feature ->
                        assertEquals(
                                Set.of(), FeatureContract.answersNotMet(feature, SEED, STEPS)));
    }

    /** The case that packed kinds are made for is the hardest one to come upon by chance. */
    @TestFactory
    Stream<DynamicTest> runsMeetTheUsualPackedCommandAndItsRepetition() {
        return forEach(
                feature ->
                        assertEquals(Set.of(), FeatureContract.packedNotMet(feature, 10, STEPS)));
    }

    @Test
    void numbersOfMessagesAreUniqueOverAllFeatures() {
        FeatureContract.checkNumbers(Features.all());
    }

    @Test
    void numbersOfEndpointsAreUniqueOverAllFeatures() {
        FeatureContract.checkEndpoints(Features.all());
    }

    @TestFactory
    Stream<DynamicTest> everyFieldTakesItsOwnExample() {
        return forEach(FeatureContract::checkExamples);
    }

    @TestFactory
    Stream<DynamicTest> everyFeatureTellsItsRefusals() {
        return forEach(feature -> assertTrue(!feature.rejections().isEmpty()));
    }

    private static Stream<DynamicTest> forEach(Consumer<Feature<?>> check) {
        return Features.all().stream()
                .map(
                        feature ->
                                DynamicTest.dynamicTest(
                                        feature.name(), () -> check.accept(feature)));
    }
}
