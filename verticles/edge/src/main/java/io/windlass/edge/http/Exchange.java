package io.windlass.edge.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.windlass.edge.access.Caller;
import io.windlass.edge.call.EndpointCall;
import io.windlass.edge.call.Gate;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.partition.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request to an endpoint and its answer.
 *
 * <p>Used on the connection's event loop.
 */
final class Exchange implements BodyCollector.Receiver, Consumer<Reply> {
    private static final CharSequence IDEMPOTENCY_KEY =
            HttpHeaders.createOptimized("Idempotency-Key");

    private final EndpointDoor<?> door;
    private final EndpointCall<?> call;
    private final HttpServerRequest request;
    private final List<String> path;
    private final long startNanos;
    private Optional<Caller> caller = Optional.empty();

    Exchange(EndpointDoor<?> door, HttpServerRequest request, List<String> path, long startNanos) {
        this.door = door;
        this.call = door.call();
        this.request = request;
        this.path = path;
        this.startNanos = startNanos;
    }

    void begin() {
        Gate.Entry entry =
                door.gate().admit(Responder.authorization(request), call.endpoint().access());
        if (entry instanceof Gate.Entry.In in) {
            caller = Optional.of(in.caller());
        }
        Optional<Problem> refusal = entry.refusal().or(call::refusal);
        BodyLimit limit = door.hasBody() ? door.body() : BodyLimit.NONE;
        new BodyCollector(request, limit, this).begin(refusal);
    }

    @Override
    public void body(byte[] bytes) {
        if (bytes.length > 0 && !MediaTypes.isJson(request)) {
            answer(Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "send application/json"));
        } else {
            serve(bytes);
        }
    }

    @Override
    public void refused(Problem why) {
        answer(why);
    }

    @Override
    public void accept(Reply reply) {
        try {
            door.meter().answered(Responder.send(request.response(), reply), startNanos);
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private void serve(byte[] bytes) {
        try {
            String query = request.query();
            Caller known = caller.orElseThrow();
            String parameters = query == null ? "" : query;
            Read<Request> read = call.reader().read(known.tenant(), path, parameters, bytes, key());
            call.serve(known, read, this).ifPresent(this::answer);
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private Optional<String> key() {
        return call.reader().hasId()
                ? Optional.ofNullable(request.headers().get(IDEMPOTENCY_KEY))
                : Optional.empty();
    }

    private void answer(Problem problem) {
        door.meter().answered(Responder.send(request.response(), problem), startNanos);
    }

    private void fail(RuntimeException bug) {
        door.meter().answered(Responder.fail(request.response(), bug), startNanos);
    }
}
