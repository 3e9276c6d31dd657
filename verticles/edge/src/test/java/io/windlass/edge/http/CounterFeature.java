package io.windlass.edge.http;

import io.windlass.base.wire.Hashes;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.FieldTypes;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.MessageType;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Rejection;
import io.windlass.kernel.feature.Result;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.Shapes;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.table.Key;
import io.windlass.kernel.table.RowType;
import io.windlass.kernel.table.Rows;
import io.windlass.kernel.table.TableSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A small feature that the edge's tests serve: named counters that never fall below zero. */
final class CounterFeature implements Feature<CounterFeature.Counters> {
    static final Field<String> ID =
            Field.path("id", FieldTypes.text("[^!]{1,64}", 64, "invalid-id"), "visits");
    static final Field<String> TRANSACTION =
            Field.body("transaction_id", FieldTypes.text("\\S+", 36, "invalid-id"), "t-1")
                    .orElse("missing-transaction-id");
    static final Field<Long> AMOUNT = Field.body("amount", FieldTypes.whole(-100, 100), "1");
    static final Field<Long> START = Field.optional("start", FieldTypes.whole(0, 100), "0");
    static final Result COUNTER =
            Result.of(
                    Result.Member.of(ID),
                    Result.Member.of("value", Shapes.whole(0, 5)),
                    Result.Member.of("unit", Shapes.text("people")).sometimes());
    static final Field<String> UNIT =
            new Field<>(
                    "unit",
                    Field.Place.QUERY,
                    Field.Presence.OPTIONAL,
                    FieldTypes.words(8),
                    "people",
                    FieldType.INVALID_FIELD);

    /** The counters of the one partition. */
    record Counters(Rows<Counter> rows) {
        Optional<Counter> find(String id) {
            return rows.find(Key.of(hash(id)));
        }
    }

    /** One counter. */
    record Counter(long idHash, long value) {}

    /** Why not. */
    enum CounterRejection implements Rejection {
        COUNTER_NOT_FOUND(404, "There is no such counter", false),
        BELOW_ZERO(422, "A counter cannot fall below zero", true);

        private final int status;
        private final String title;
        private final boolean isFinal;

        CounterRejection(int status, String title, boolean isFinal) {
            this.status = status;
            this.title = title;
            this.isFinal = isFinal;
        }

        @Override
        public int number() {
            return 2_000 + ordinal();
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public Retry retry() {
            return isFinal ? Retry.NEW_ID : Retry.NEVER;
        }

        @Override
        public boolean isFinal() {
            return isFinal;
        }
    }

    static long hash(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return Hashes.hash64(bytes, 0, bytes.length);
    }

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public String group() {
        return "live";
    }

    @Override
    public List<RowType<?>> tables() {
        return List.of(new CounterRows());
    }

    @Override
    public Counters state(TableSource source) {
        return new Counters(source.rows(new CounterRows()));
    }

    @Override
    public List<MessageType<Command<Counters>>> commands() {
        return List.of(new MessageType<>(1, 1, "Count", CounterCommand::read));
    }

    @Override
    public List<MessageType<Event<Counters>>> events() {
        return List.of(new MessageType<>(2, 1, "Counted", CounterEvent::read));
    }

    @Override
    public List<Endpoint<Counters>> endpoints() {
        return List.of(
                endpoint(201, Endpoint.Method.PUT, "/v1/counters/{id}", List.of(ID, START), open()),
                endpoint(202, Endpoint.Method.GET, "/v1/counters/{id}", List.of(ID, UNIT), ask()),
                add(),
                endpoint(
                        205,
                        Endpoint.Method.POST,
                        "/v1/counters/{id}/add/batch",
                        List.of(),
                        new Verb.Batch<>("counts", add(), count())),
                endpoint(
                        203, Endpoint.Method.POST, "/v1/counters/{id}:reset", List.of(ID), reset()),
                // A bug: the verb reads a field that the endpoint does not declare.
                endpoint(204, Endpoint.Method.POST, "/v1/counters/broken", List.of(), reset()));
    }

    @Override
    public List<CounterRejection> rejections() {
        return List.of(CounterRejection.values());
    }

    @Override
    public List<String> malformedCodes() {
        return List.of("invalid-id");
    }

    @Override
    public List<Command<Counters>> genesis(Counters decided) {
        return List.of();
    }

    @Override
    public SharedTable shared(Counters committed) {
        return () -> 0;
    }

    @Override
    public long sharedNumber(Counters state) {
        return 0;
    }

    @Override
    public List<Command<Counters>> sharedChanges(Counters committed, long after) {
        return List.of();
    }

    private static Endpoint<Counters> endpoint(
            int number,
            Endpoint.Method method,
            String path,
            List<Field<?>> fields,
            Verb<Counters> verb) {
        return new Endpoint<>(
                number, method, path, Endpoint.Scope.WRITE, path, fields, Optional.empty(), verb);
    }

    private static Verb<Counters> open() {
        return new Verb.Submit<>(
                COUNTER,
                List.of(Answer.Success.values()),
                request -> intent(request.get(ID), request.find(START).orElse(0L), true));
    }

    private static Verb<Counters> reset() {
        return new Verb.Submit<>(COUNTER, request -> intent(request.get(ID), 0, true));
    }

    private static Endpoint<Counters> add() {
        return new Endpoint<>(
                299,
                Endpoint.Method.POST,
                "/v1/counters/{id}/add",
                Endpoint.Scope.WRITE,
                "Counts",
                List.of(TRANSACTION, AMOUNT, ID),
                Optional.of(TRANSACTION),
                count());
    }

    private static Verb.Submit<Counters> count() {
        return new Verb.Submit<>(
                COUNTER, request -> intent(request.get(ID), request.get(AMOUNT), false));
    }

    private static Read<Verb.Intent<Counters>> intent(String id, long amount, boolean opens) {
        return Read.good(new Verb.Intent<>(Route.of(0, id), new CounterCommand(id, amount, opens)));
    }

    private static Verb<Counters> ask() {
        return new Verb.Ask<>(
                COUNTER,
                request -> {
                    String id = request.get(ID);
                    Optional<String> unit = request.find(UNIT);
                    return Read.good(
                            new Verb.Inquiry<>(
                                    Route.of(0, id),
                                    (committed, now) ->
                                            new Finding.Found<>(found(committed, id, unit))));
                });
    }

    private static Answer found(Counters counters, String id, Optional<String> unit) {
        return counters.find(id)
                .map(
                        counter ->
                                Answer.done(
                                        out -> {
                                            out.text("id", id);
                                            out.number("value", counter.value());
                                            unit.ifPresent(text -> out.text("unit", text));
                                        }))
                .orElse(Answer.rejected(CounterRejection.COUNTER_NOT_FOUND));
    }

    private record CounterRows() implements RowType<Counter> {
        @Override
        public String name() {
            return "counters";
        }

        @Override
        public int keyWords() {
            return 1;
        }

        @Override
        public int words() {
            return 2;
        }

        @Override
        public void write(Counter row, long[] words, int at) {
            words[at] = row.idHash();
            words[at + 1] = row.value();
        }

        @Override
        public Counter read(long[] words, int at) {
            return new Counter(words[at], words[at + 1]);
        }
    }
}
