package io.windlass.edge.http;

import io.vertx.core.http.HttpServerRequest;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.call.Query;
import io.windlass.edge.call.Surroundings;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Read;
import java.util.Optional;

/**
 * A batch that is one JSON object, and its answer.
 *
 * <p>Used on the connection's event loop; the JSON of a large batch is read and written elsewhere.
 */
final class BatchExchange implements BodyCollector.Receiver {
    /** About as many as a result has. */
    private static final int RESULT_BYTES = 128;

    private final BatchDoor<?> door;
    private final HttpServerRequest request;
    private final long startNanos;
    private Optional<Surroundings> around = Optional.empty();

    BatchExchange(BatchDoor<?> door, HttpServerRequest request, long startNanos) {
        this.door = door;
        this.request = request;
        this.startNanos = startNanos;
    }

    void begin(Surroundings surroundings) {
        around = Optional.of(surroundings);
        collect(Optional.empty());
    }

    /** Answers without reading the body. */
    void refuse(Optional<Problem> why) {
        collect(why);
    }

    private void collect(Optional<Problem> refusal) {
        new BodyCollector(request, door.body(), this).begin(refusal);
    }

    @Override
    public void refused(Problem why) {
        answer(why);
    }

    @Override
    public void body(byte[] bytes) {
        if (bytes.length > 0 && !MediaTypes.isJson(request)) {
            answer(
                    Problem.of(
                            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                            "send application/json or application/x-ndjson"));
            return;
        }
        Optional<Malformed> parameter = Query.unknown(request.query());
        if (parameter.isPresent()) {
            answer(Problem.of(parameter.get()));
            return;
        }
        door.heavy()
                .run(bytes.length, () -> call(bytes))
                .onSuccess(refusal -> refusal.ifPresent(this::answer))
                .onFailure(this::fail);
    }

    /** Reads the items and submits them; why not, if not. */
    private Optional<Problem> call(byte[] bytes) {
        Read<ReadBatch> read = door.read(around.orElseThrow(), bytes);
        if (read instanceof Read.Bad<ReadBatch> bad) {
            return Optional.of(Problem.of(bad.why()));
        }
        ReadBatch batch = ((Read.Good<ReadBatch>) read).value();
        // The request has taken the token of the first.
        around.orElseThrow().caller().quota().owe(Math.max(0, batch.count() - 1));
        batch.call(() -> answer(batch));
        return Optional.empty();
    }

    private void answer(ReadBatch batch) {
        String position = batch.position();
        door.heavy()
                .run(batch.count() * RESULT_BYTES, batch::results)
                .map(results -> Responder.send(request.response(), position, results))
                .onSuccess(status -> door.meter().answered(status, startNanos))
                .onFailure(this::fail);
    }

    private void answer(Problem problem) {
        door.meter().answered(Responder.send(request.response(), problem), startNanos);
    }

    private void fail(Throwable bug) {
        door.meter().answered(Responder.fail(request.response(), bug), startNanos);
    }
}
