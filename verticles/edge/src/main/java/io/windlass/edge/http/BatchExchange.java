package io.windlass.edge.http;

import io.vertx.core.http.HttpServerRequest;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.partition.Reply;
import java.util.List;
import java.util.Optional;

/**
 * A batch that is one JSON object, and its answer.
 *
 * <p>Used on the connection's event loop.
 */
final class BatchExchange implements BodyCollector.Receiver {
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
        try {
            call(bytes);
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private void call(byte[] bytes) {
        Optional<Malformed> parameter = Query.unknown(request);
        if (parameter.isPresent()) {
            answer(Problem.of(parameter.get()));
            return;
        }
        Read<List<BatchItem>> read = door.reader().read(around.orElseThrow(), bytes);
        if (read instanceof Read.Bad<List<BatchItem>> bad) {
            answer(Problem.of(bad.why()));
            return;
        }
        List<BatchItem> items = ((Read.Good<List<BatchItem>>) read).value();
        door.call(items, replies -> answer(items, replies));
    }

    private void answer(List<BatchItem> items, List<Reply> replies) {
        try {
            int status =
                    Responder.send(
                            request.response(),
                            BatchResults.highest(replies),
                            door.results().json(items, replies));
            door.meter().answered(status, startNanos);
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private void answer(Problem problem) {
        door.meter().answered(Responder.send(request.response(), problem), startNanos);
    }

    private void fail(RuntimeException bug) {
        door.meter().answered(Responder.fail(request.response(), bug), startNanos);
    }
}
