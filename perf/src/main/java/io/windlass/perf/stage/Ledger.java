package io.windlass.perf.stage;

import io.windlass.base.check.Invariant;
import io.windlass.base.wire.Sink;
import io.windlass.edge.json.JsonReader;
import io.windlass.edge.json.JsonWriter;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Outcome;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A feature on tables, without log and loops: what a partition does with a command, step by step.
 */
final class Ledger<S> {
    private static final int PARTITION = 1;

    private final Feature<S> feature;
    private final Tables tables;
    private final S decided;
    private final S committed;
    private long sequence;

    private Ledger(Feature<S> feature) {
        this.feature = feature;
        this.tables = new Tables(feature.tables());
        this.decided = feature.state(tables.decided());
        this.committed = feature.state(tables.committed());
        feature.genesis(decided).forEach(this::run);
        commit();
    }

    static <S> Ledger<S> of(Feature<S> feature) {
        return new Ledger<>(feature);
    }

    /** Reads and decides a request, and commits what it led to. */
    void post(String method, String path, String body, Map<String, String> inPath) {
        run(command(method, path, members(body), inPath));
        commit();
    }

    static Map<String, Object> members(String body) {
        Read<Map<String, Object>> read =
                JsonReader.read(body.getBytes(StandardCharsets.ISO_8859_1));
        return ((Read.Good<Map<String, Object>>) read).value();
    }

    /** From the members of a body to a command. */
    Command<S> command(
            String method, String path, Map<String, Object> members, Map<String, String> inPath) {
        for (Endpoint<S> endpoint : feature.endpoints()) {
            if (endpoint.path().equals(path) && endpoint.method().name().equals(method)) {
                FieldValues values =
                        FieldValues.of(
                                endpoint.fields(), members, inPath, feature.shared(committed));
                Verb.Submit<S> submit = (Verb.Submit<S>) endpoint.verb();
                Read<Verb.Intent<S>> read = submit.reader().read(values);
                return ((Read.Good<Verb.Intent<S>>) read).value().command();
            }
        }
        throw new Invariant("there is no endpoint " + method + " " + path);
    }

    Outcome<S> decide(Command<S> command) {
        return command.decide(decided, next());
    }

    /** The one event that a command leads to. */
    Event<S> event(Command<S> command) {
        return ((Outcome.Logged<S>) decide(command)).events().get(0);
    }

    int encode(Event<S> event, Sink sink) {
        sink.clear();
        event.write(sink);
        return sink.length();
    }

    /** The bytes of the answer to an event. */
    Object reply(Event<S> event) {
        Answer.Accepted accepted = (Answer.Accepted) event.answer(decided, next());
        return JsonWriter.write(accepted.document());
    }

    private void run(Command<S> command) {
        for (Event<S> event : ((Outcome.Logged<S>) decide(command)).events()) {
            event.evolve(decided, next());
            sequence++;
        }
    }

    private void commit() {
        tables.seal();
        tables.commit();
    }

    private Moment next() {
        return new Moment(PARTITION, sequence + 1, sequence + 1);
    }
}
