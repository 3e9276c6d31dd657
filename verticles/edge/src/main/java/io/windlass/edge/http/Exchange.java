package io.windlass.edge.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.windlass.edge.access.Caller;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.partition.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request to an endpoint and its answer.
 *
 * <pre>
 *   reading --end of body--> called --reply--> answered
 *      |--no key, no scope, too often--> answered, draining --the end--> served
 *      \--too large--> answered, draining --the end--> closed
 *                                          \--much more--> closed
 * </pre>
 *
 * <p>Used on the connection's event loop.
 */
final class Exchange implements Handler<Buffer>, Consumer<Reply> {
    private static final CharSequence IDEMPOTENCY_KEY =
            HttpHeaders.createOptimized("Idempotency-Key");
    private static final String CONTINUE = "100-continue";
    private static final byte[] NOTHING = new byte[0];

    /** Closing on unread bytes can destroy the answer on its way, so this many are thrown away. */
    private static final int DRAIN_BYTES_MAX = 1024 * 1024;

    private final EndpointDoor<?> door;
    private final HttpServerRequest request;
    private final List<String> path;
    private final long startNanos;
    private Buffer body = Buffer.buffer(0);
    private Optional<Caller> caller = Optional.empty();
    private boolean isDraining;
    private boolean closesAtEnd;
    private int drainedBytes;

    Exchange(EndpointDoor<?> door, HttpServerRequest request, List<String> path, long startNanos) {
        this.door = door;
        this.request = request;
        this.path = path;
        this.startNanos = startNanos;
    }

    void begin() {
        String expected = request.headers().get(HttpHeaders.EXPECT);
        boolean waits = expected != null && door.hasBody();
        admit();
        if (!isDraining && expected != null && !CONTINUE.equalsIgnoreCase(expected)) {
            refuse(Problem.of(ProblemKind.EXPECTATION_FAILED, "leave the header Expect out"));
        }
        if (!isDraining && !door.hasBody()) {
            call(NOTHING);
            return;
        }
        if (!isDraining && announcedBytes() > door.bodyBytesMax()) {
            refuseBody();
        }
        if (isDraining && waits) {
            // Nobody knows whether the body comes after all.
            request.connection().close();
            return;
        }
        if (waits) {
            request.response().writeContinue();
        }
        request.handler(this);
        request.endHandler(end -> ended());
    }

    private void admit() {
        Gate.Entry entry =
                door.gate()
                        .admit(
                                Optional.ofNullable(
                                        request.headers().get(HttpHeaders.AUTHORIZATION)),
                                door.endpoint().access());
        if (entry instanceof Gate.Entry.In in) {
            caller = Optional.of(in.caller());
        } else {
            refuse(((Gate.Entry.Out) entry).why());
        }
    }

    @Override
    public void handle(Buffer chunk) {
        if (isDraining) {
            drainedBytes += chunk.length();
            if (drainedBytes > DRAIN_BYTES_MAX) {
                request.connection().close();
            }
        } else if (body.length() + chunk.length() > door.bodyBytesMax()) {
            refuseBody();
        } else if (body.length() == 0) {
            // Nearly every body comes in one piece.
            body = chunk;
        } else {
            body = Buffer.buffer(body.length() + chunk.length()).appendBuffer(body);
            body.appendBuffer(chunk);
        }
    }

    @Override
    public void accept(Reply reply) {
        try {
            door.meter().answered(Responder.send(request.response(), reply), startNanos);
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private void ended() {
        if (isDraining) {
            if (closesAtEnd) {
                request.connection().close();
            }
            return;
        }
        byte[] bytes = body.getBytes();
        if (bytes.length > 0 && !isJson()) {
            answer(Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "send application/json"));
        } else {
            call(bytes);
        }
    }

    private void call(byte[] bytes) {
        try {
            String query = request.query();
            Caller known = caller.orElseThrow();
            Read<Request> read =
                    door.reader()
                            .read(known.tenant(), path, query == null ? "" : query, bytes, key());
            door.serve(known, read, this).ifPresent(this::answer);
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private Optional<String> key() {
        return door.reader().hasId()
                ? Optional.ofNullable(request.headers().get(IDEMPOTENCY_KEY))
                : Optional.empty();
    }

    private boolean isJson() {
        String type = request.headers().get(HttpHeaders.CONTENT_TYPE);
        String encoding = request.headers().get(HttpHeaders.CONTENT_ENCODING);
        return type != null
                && MediaTypes.isJson(type)
                && (encoding == null || encoding.equalsIgnoreCase("identity"));
    }

    /** The announced length of the body; Netty has refused what is not a number. */
    private long announcedBytes() {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void refuseBody() {
        closesAtEnd = true;
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(
                Problem.of(
                        ProblemKind.BODY_TOO_LARGE,
                        "the body may have " + door.bodyBytesMax() + " bytes"));
    }

    /** Answers before the body has been read; what still comes of it is thrown away. */
    private void refuse(Problem problem) {
        isDraining = true;
        body = Buffer.buffer(0);
        answer(problem);
    }

    private void answer(Problem problem) {
        door.meter().answered(Responder.send(request.response(), problem), startNanos);
    }

    private void fail(RuntimeException bug) {
        door.meter().answered(Responder.fail(request.response(), bug), startNanos);
    }
}
