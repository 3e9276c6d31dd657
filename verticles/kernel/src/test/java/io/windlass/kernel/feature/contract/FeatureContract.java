package io.windlass.kernel.feature.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.MessageType;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.table.SavedTables;
import io.windlass.kernel.table.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What any feature keeps, tried with random requests.
 *
 * <ul>
 *   <li>messages come back from their bytes as they were, their numbers are unique
 *   <li>what only reads changes nothing
 *   <li>an accepted answer is of a kind and has the members that its endpoint declares
 *   <li>a logged event's cause, decided again on the rows before it, comes to the same outcome
 *   <li>an id has one outcome, and sent again gets its first answer, letter by letter
 *   <li>replay of the log gives the rows of the live run, whose commits lagged behind its decisions
 *   <li>a packed command comes to what it would as an object, see {@link PackedContract}
 *   <li>events applied straight from their bytes lead to the same rows
 *   <li>a row that has left memory is found as before, every id is recalled, however old
 *   <li>saved rows load as they were, and the log behind them leads to the same rows
 * </ul>
 */
public final class FeatureContract {
    private FeatureContract() {}

    /** Every message number of these features stands for one message, in one name. */
    public static void checkNumbers(List<? extends Feature<?>> features) {
        Set<Integer> numbers = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Feature<?> feature : features) {
            Stream.<MessageType<?>>concat(feature.commands().stream(), feature.events().stream())
                    .filter(type -> type.version() == 1)
                    .forEach(
                            type -> {
                                assertTrue(numbers.add(type.number()), () -> "twice: " + type);
                                assertTrue(names.add(type.name()), () -> "twice: " + type);
                                assertTrue(
                                        type.number() >= 1 && type.number() <= 0xFFFF,
                                        () -> "out of range: " + type);
                            });
        }
    }

    /**
     * Every number of an endpoint stands for one endpoint, and the fields of each have names of
     * their own, wherever they stand.
     */
    public static void checkEndpoints(List<? extends Feature<?>> features) {
        Set<Integer> numbers = new HashSet<>();
        for (Feature<?> feature : features) {
            for (Endpoint<?> endpoint : feature.endpoints()) {
                assertTrue(
                        endpoint.number() > 0 && numbers.add(endpoint.number()),
                        () -> "twice or none: " + endpoint);
                Set<String> names = new HashSet<>();
                endpoint.fields()
                        .forEach(f -> assertTrue(names.add(f.name()), () -> "twice: " + f));
            }
        }
    }

    /** Every field takes its own example. */
    public static void checkExamples(Feature<?> feature) {
        RequestGenerator generator = new RequestGenerator(feature, 1);
        for (Endpoint<?> endpoint : feature.endpoints()) {
            generator.raw(endpoint);
            for (Field<?> field : endpoint.fields()) {
                boolean text =
                        "string".equals(Members.of(field.type().schema()).get("type"))
                                || field.place() != Field.Place.BODY;
                assertTrue(
                        !text || field.read(field.example()) instanceof Read.Good<?>,
                        () -> field.name() + " refuses its own example");
            }
        }
    }

    /** Runs a feature through so many random requests; returns the run, all of it committed. */
    public static <S> LiveRun<S> check(Feature<S> feature, long seed, int steps) {
        return check(feature, seed, steps, new TreeSet<>());
    }

    private static <S> LiveRun<S> check(
            Feature<S> feature, long seed, int steps, Set<String> answersMet) {
        Random random = new Random(seed);
        RequestGenerator generator = new RequestGenerator(feature, seed);
        LiveRun<S> live = new LiveRun<>(feature);
        PackedContract<S> packed = new PackedContract<>(feature, live, generator, seed);
        for (int i = 0; i < steps; i++) {
            packed.step(answersMet);
            List<Endpoint<S>> endpoints = feature.endpoints();
            Endpoint<S> endpoint = endpoints.get(random.nextInt(endpoints.size()));
            if (endpoint.verb() instanceof Verb.Single<S> verb) {
                call(live, generator, endpoint)
                        .ifPresent(answer -> conforms(endpoint, verb, answer, answersMet));
            }
            move(live, random);
        }
        live.commitAll();
        checkReplay(feature, live, random.nextInt(live.log().size() + 1));
        return live;
    }

    /**
     * Runs a feature twice through the same random requests, once with nearly all rows of ageing
     * tables in files; returns how many files that were.
     */
    public static <S> int checkAgeing(Feature<S> feature, long seed, int steps) {
        LiveRun<S> young = new LiveRun<>(feature, false);
        LiveRun<S> old = new LiveRun<>(feature, true);
        RequestGenerator ofYoung = new RequestGenerator(feature, seed);
        RequestGenerator ofOld = new RequestGenerator(feature, seed);
        Random random = new Random(seed);
        for (int i = 0; i < steps; i++) {
            List<Endpoint<S>> endpoints = feature.endpoints();
            Endpoint<S> endpoint = endpoints.get(random.nextInt(endpoints.size()));
            if (endpoint.verb() instanceof Verb.Single<S>) {
                Optional<String> expected = call(young, ofYoung, endpoint).map(JsonText::of);
                assertEquals(expected, call(old, ofOld, endpoint).map(JsonText::of));
            }
            long dice = random.nextLong();
            move(young, new Random(dice));
            move(old, new Random(dice));
        }
        young.commitAll();
        old.commitAll();
        assertEquals(young.tables().digest(), old.tables().digest());
        return old.recallAll();
    }

    /** The names of the events that a run of {@link #check} never came to. */
    public static <S> Set<String> eventsNotMet(Feature<S> feature, long seed, int steps) {
        LiveRun<S> live = check(feature, seed, steps);
        Set<String> missing = new TreeSet<>();
        feature.events().forEach(type -> missing.add(type.name()));
        live.log().forEach(entry -> missing.remove(live.type(entry).name()));
        return missing;
    }

    /** The kinds of success and the optional members that are declared and that a run never met. */
    public static <S> Set<String> answersNotMet(Feature<S> feature, long seed, int steps) {
        Set<String> met = new TreeSet<>();
        check(feature, seed, steps, met);
        Set<String> missing = new TreeSet<>();
        for (Endpoint<S> endpoint : feature.endpoints()) {
            if (endpoint.verb() instanceof Verb.Single<S> verb) {
                missing.addAll(Conformance.optional(name(endpoint), verb.result()));
                verb.successes().forEach(kind -> missing.add(name(endpoint) + " " + kind));
            }
        }
        missing.removeAll(met);
        return missing;
    }

    /** What of packed kinds some runs never met. */
    public static <S> Set<String> packedNotMet(Feature<S> feature, int runs, int steps) {
        Set<String> met = new TreeSet<>();
        for (long seed = 1; seed <= runs; seed++) {
            check(feature, seed, steps, met);
        }
        Set<String> missing = new TreeSet<>();
        feature.packed().forEach(kind -> missing.addAll(PackedContract.cases(kind)));
        missing.removeAll(met);
        return missing;
    }

    private static <S> Optional<Answer> call(
            LiveRun<S> live, RequestGenerator generator, Endpoint<S> endpoint) {
        if (endpoint.verb() instanceof Verb.Submit<S> submit) {
            return generator.command(endpoint, submit, live.shared()).map(live::submit);
        }
        var request = generator.request(endpoint, live.shared());
        if (endpoint.verb() instanceof Verb.Scan<S> scan) {
            return Optional.of(live.survey(scan.survey().apply(request)));
        }
        return endpoint.verb() instanceof Verb.Ask<S> ask
                        && ask.reader().read(request) instanceof Read.Good<Verb.Inquiry<S>> good
                ? Optional.of(live.ask(good.value().question()))
                : Optional.empty();
    }

    private static void conforms(
            Endpoint<?> endpoint, Verb.Single<?> verb, Answer answer, Set<String> met) {
        JsonText.of(answer);
        if (answer instanceof Answer.Accepted accepted) {
            Answer.Success kind = accepted.success();
            assertTrue(verb.successes().contains(kind), () -> name(endpoint) + " came to " + kind);
            met.add(name(endpoint) + " " + kind);
            Conformance.check(name(endpoint), verb.result(), accepted.document(), met);
        }
    }

    private static String name(Endpoint<?> endpoint) {
        return endpoint.method() + " " + endpoint.path();
    }

    private static void move(LiveRun<?> live, Random random) {
        int dice = random.nextInt(100);
        if (dice < 30) {
            live.seal();
        } else if (dice < 58) {
            live.commit();
        } else if (dice < 60) {
            live.drop();
        }
    }

    private static <S> void checkReplay(Feature<S> feature, LiveRun<S> live, int snapshotAt) {
        byte[] expected = SavedTables.save(live.tables());
        Tables replayed = new Tables(feature.tables());
        replay(feature, live, replayed, 0, snapshotAt);
        Tables loaded = new Tables(feature.tables());
        byte[] snapshot = SavedTables.save(replayed);
        SavedTables.load(loaded, snapshot);
        assertArrayEquals(snapshot, SavedTables.save(loaded), "loaded rows are saved as others");
        assertEquals(replayed.digest(), loaded.digest(), "loaded rows have another digest");
        replay(feature, live, replayed, snapshotAt, live.log().size());
        replay(feature, live, loaded, snapshotAt, live.log().size());
        assertArrayEquals(expected, SavedTables.save(replayed), "replay leads to other rows");
        assertEquals(live.tables().digest(), replayed.digest(), "replay has another digest");
        assertArrayEquals(
                expected, SavedTables.save(loaded), "a snapshot and its log lead to other rows");
        assertEquals(live.tables().digest(), loaded.digest(), "a snapshot has another digest");
        checkReplayFromBytes(feature, live, expected);
    }

    private static <S> void checkReplayFromBytes(
            Feature<S> feature, LiveRun<S> live, byte[] expected) {
        Tables tables = new Tables(feature.tables());
        S state = feature.state(tables.committed());
        for (LiveRun.Entry entry : live.log()) {
            MessageType<Event<S>> type = live.type(entry);
            if (!feature.replay(type, new Source(entry.bytes()), state, entry.moment())) {
                live.event(entry).evolve(state, entry.moment());
            }
        }
        assertArrayEquals(expected, SavedTables.save(tables), "bytes lead to other rows");
    }

    private static <S> void replay(
            Feature<S> feature, LiveRun<S> live, Tables tables, int from, int to) {
        S state = feature.state(tables.committed());
        for (LiveRun.Entry entry : live.log().subList(from, to)) {
            live.event(entry).evolve(state, entry.moment());
            String answer = JsonText.of(live.event(entry).answer(state, entry.moment()));
            assertEquals(entry.answer(), answer, "an answer made at replay differs");
        }
    }
}
