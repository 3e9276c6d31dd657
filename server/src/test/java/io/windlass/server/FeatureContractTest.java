package io.windlass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.contract.FeatureContract;
import io.windlass.kernel.feature.contract.Seeds;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every feature of this server keeps, tried without its author's help. */
class FeatureContractTest {
    private static final int STEPS = 2_000;

    @Seeds(5)
    void everyFeatureKeepsTheContract(long seed) {
        Features.all().forEach(feature -> FeatureContract.check(feature, seed, STEPS));
    }

    /** What a run never meets it does not check. */
    @TestFactory
    Stream<DynamicTest> aRunMeetsEveryKindOfEvent() {
        return Features.all().stream()
                .map(
                        feature ->
                                DynamicTest.dynamicTest(
                                        feature.name(),
                                        () ->
                                                assertEquals(
                                                        Set.of(),
                                                        FeatureContract.eventsNotMet(
                                                                feature, 1, STEPS))));
    }

    /** Documentation of what never happens is wrong. */
    @TestFactory
    Stream<DynamicTest> aRunMeetsEveryKindOfAnswer() {
        return Features.all().stream()
                .map(
                        feature ->
                                DynamicTest.dynamicTest(
                                        feature.name(),
                                        () ->
                                                assertEquals(
                                                        Set.of(),
                                                        FeatureContract.answersNotMet(
                                                                feature, 1, STEPS))));
    }

    @Test
    void numbersOfMessagesAreUniqueOverAllFeatures() {
        FeatureContract.checkNumbers(Features.all());
    }

    @TestFactory
    Stream<DynamicTest> everyFieldTakesItsOwnExample() {
        return Features.all().stream()
                .map(
                        feature ->
                                DynamicTest.dynamicTest(
                                        feature.name(),
                                        () -> FeatureContract.checkExamples(feature)));
    }

    @TestFactory
    Stream<DynamicTest> everyFeatureTellsItsRefusals() {
        return Features.all().stream()
                .map(
                        feature ->
                                DynamicTest.dynamicTest(
                                        feature.name(),
                                        () -> assertTrue(!feature.rejections().isEmpty())));
    }
}
