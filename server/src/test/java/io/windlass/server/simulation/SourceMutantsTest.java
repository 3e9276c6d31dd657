package io.windlass.server.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Bugs in the middle of the way of packed commands, each of which few seeds have to find. */
class SourceMutantsTest {
    private static final int SEEDS_MAX = 200;
    private static final String KERNEL = "verticles/kernel/src/main/java/io/windlass/kernel/";
    private static final String RUN = KERNEL + "partition/PackedRun.java";
    private static final String APPENDED = KERNEL + "table/AppendedTable.java";
    private static final String WALLET =
            "verticles/features/src/main/java/io/windlass/features/wallet/";
    private static final String TRANSFERS = WALLET + "PackedTransfers.java";

    private static final List<Planted> PLANTED =
            List.of(
                    new Planted(
                            "results told before the commit",
                            new SourceMutant(
                                    RUN,
                                    "builder.promise(new Stretch(promised, end));",
                                    "new Stretch(promised, end).keep();"),
                            "I13"),
                    new Planted(
                            "a batch cut between two frames answers one command twice",
                            new SourceMutant(
                                    RUN,
                                    "            promised = end;",
                                    "promised = isDecided() ? end : end - 1;"),
                            "the result of another command"),
                    new Planted(
                            "a batch cut between two frames answers one command never",
                            new SourceMutant(
                                    RUN,
                                    "            promised = end;",
                                    "promised = isDecided() ? end : end + 1;"),
                            "liveness"),
                    new Planted(
                            "a dropped frame's packed commands are told as done",
                            new SourceMutant(
                                    RUN,
                                    "answer(from, to, Replies.outcomeUnknown().answer());",
                                    "ended(to - from);"),
                            "I13"),
                    new Planted(
                            "a dropped row stays in the index",
                            new SourceMutant(
                                    APPENDED,
                                    "row = chunks.count() - 1;",
                                    "row = chunks.count() - 2;"),
                            "without a fault"),
                    new Planted(
                            "an id stays decided though its frame was void",
                            new SourceMutant(
                                    APPENDED,
                                    "        for (long row = chunks.count() - 1;",
                                    "if (committedCount > 0) {"
                                            + "sealed.clear(); openDigest = 0; return;}"
                                            + "for (long row = chunks.count() - 1;"),
                            ""),
                    new Planted(
                            "a commit moves the line one row too far",
                            new SourceMutant(
                                    APPENDED,
                                    "committedCount = oldest.end;",
                                    "committedCount = oldest.end + 1;"),
                            ""),
                    new Planted(
                            "a pending row is found by its number alone",
                            new SourceMutant(
                                    KERNEL + "table/NumberedPlaces.java",
                                    "rows.matches(place, first, second, third, fourth)",
                                    "true"),
                            ""),
                    new Planted(
                            "the usual path does not look for the id",
                            new SourceMutant(
                                    WALLET + "Transfer.java",
                                    "&& !state.isDecided(source.name(), id.value())",
                                    ""),
                            "a row"),
                    new Planted(
                            "the usual path ignores a frozen destination",
                            new SourceMutant(
                                    WALLET + "Transfer.java",
                                    "&& refusal(source, destination, amount, currency).isEmpty();",
                                    "&& refusal(source, destination, amount, currency)"
                                            + ".filter(no -> no != WalletRejection"
                                            + ".DESTINATION_FROZEN).isEmpty();"),
                            "I10"),
                    new Planted(
                            "a packed transfer across partitions is done in one",
                            new SourceMutant(TRANSFERS, "? debit : SEVERAL;", "? debit : debit;"),
                            "22"),
                    new Planted(
                            "a replay is not told to be one",
                            new SourceMutant(
                                    WALLET + "TransferResults.java",
                                    "(replayed ? REPLAYED : 0) | FROM_KNOWN",
                                    "FROM_KNOWN"),
                            "I7"),
                    new Planted(
                            "an answer that logs nothing does not wait",
                            new SourceMutant(
                                    KERNEL + "partition/InFlight.java",
                                    "if (frames.isEmpty()) {",
                                    "if (frames.size() < 100) {"),
                            ""));

    @TempDir private Path directory;

    /** A bug and what the check says that is meant for it. */
    private record Planted(String name, SourceMutant mutant, String foundBy) {}

    @TestFactory
    Stream<DynamicTest> everyPlantedBugIsFound() {
        return PLANTED.stream()
                .map(planted -> DynamicTest.dynamicTest(planted.name(), () -> find(planted)));
    }

    private void find(Planted planted) throws IOException {
        LongFunction<Optional<String>> simulation =
                planted.mutant().compileTo(Files.createTempDirectory(directory, "mutant"));
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            Optional<String> failure = simulation.apply(seed);
            if (failure.isPresent()) {
                String first = failure.get().lines().findFirst().orElseThrow();
                System.out.println(planted.name() + " is found by " + first);
                assertTrue(first.contains(planted.foundBy()), first);
                return;
            }
        }
        fail(planted.name() + " was not found by " + SEEDS_MAX + " seeds");
    }
}
