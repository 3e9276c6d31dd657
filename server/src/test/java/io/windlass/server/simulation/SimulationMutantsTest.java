package io.windlass.server.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The test of the tester: every planted bug has to be found, and by the check meant for it. */
class SimulationMutantsTest {
    private static final int SEEDS_MAX = 1_000;

    private record Mutant(Supplier<Lending> lending, String foundBy) {}

    private static final Map<String, Mutant> MUTANTS =
            new TreeMap<>(
                    Map.ofEntries(
                            mutant("a sync that does nothing", DiskMutants::lyingSync, ""),
                            mutant("a sync that comes late", DiskMutants::lateSync, ""),
                            mutant("a write that is too short", DiskMutants::shortWrite, ""),
                            mutant(
                                    "a replaced file half old, half new",
                                    DiskMutants::halfReplaced,
                                    "stopped without a fault"),
                            mutant("a committed frame cut", DiskMutants::cutsTheCommitted, ""),
                            mutant(
                                    "a frame delivered twice",
                                    ConsensusMutants::deliversTwice,
                                    "I6"),
                            mutant("a frame left out", ConsensusMutants::skipsTheFirst, "I6"),
                            mutant(
                                    "an acknowledged refusal",
                                    ConsensusMutants::acknowledgesTheRefused,
                                    ""),
                            mutant(
                                    "a full disk that nobody hears of",
                                    ConsensusMutants::hidesTheFullDisk,
                                    "without a fault: java.io.IOException: no space"),
                            mutant(
                                    "acceptance on a full disk",
                                    ConsensusMutants::acceptsWithoutRoom,
                                    ""),
                            mutant(
                                    "a refusal of what was executed",
                                    StorageMutants::refusesTheExecuted,
                                    "refused"),
                            mutant(
                                    "a snapshot taken unchecked",
                                    StorageMutants::uncheckedSnapshot,
                                    ""),
                            mutant(
                                    "a snapshot removed before the next is complete",
                                    StorageMutants::removesTooEarly,
                                    "snapshots: "),
                            mutant(
                                    "a restart without its snapshot",
                                    StorageMutants::forgetsSnapshots,
                                    "snapshots: started"),
                            mutant("a frame taken unchecked", StorageMutants::uncheckedFrames, ""),
                            mutant(
                                    "old rows that leave before their file is synced",
                                    ArchiveMutants::leavesBeforeTheSync,
                                    "snapshots: the sound one"),
                            mutant(
                                    "a search that misses a file's last row",
                                    ArchiveMutants::missesTheLastRow,
                                    "I7"),
                            mutant(
                                    "filters that a restart leaves empty",
                                    ArchiveMutants::forgetsAfterARestart,
                                    "I7"),
                            mutant(
                                    "a shared number skipped",
                                    FeatureMutants::skipsASharedNumber,
                                    "shared: behind"),
                            mutant(
                                    "a shared change kept back",
                                    FeatureMutants::keepsSharedChanges,
                                    "shared: partition"),
                            mutant("ids forgotten", FeatureMutants::forgetsIds, "I12"),
                            mutant("a balance lost", FeatureMutants::losesABalance, "I5"),
                            mutant("a version left out", FeatureMutants::skipsAVersion, "I4"),
                            mutant(
                                    "a replay that differs",
                                    FeatureMutants::replaysOtherwise,
                                    "I12")));

    @TestFactory
    Stream<DynamicTest> everyPlantedBugIsFound() {
        return MUTANTS.entrySet().stream()
                .map(mutant -> DynamicTest.dynamicTest(mutant.getKey(), () -> find(mutant)));
    }

    private static void find(Map.Entry<String, Mutant> mutant) {
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            Simulation.Result result = Simulation.run(seed, mutant.getValue().lending().get());
            if (result.failure().isPresent()) {
                String first = result.failure().get().lines().findFirst().orElseThrow();
                System.out.println(mutant.getKey() + " is found by " + first);
                assertTrue(first.contains(mutant.getValue().foundBy()), first);
                return;
            }
        }
        fail(mutant.getKey() + " was not found by " + SEEDS_MAX + " seeds");
    }

    private static Map.Entry<String, Mutant> mutant(
            String name, Supplier<Lending> lending, String foundBy) {
        return Map.entry(name, new Mutant(lending, foundBy));
    }
}
