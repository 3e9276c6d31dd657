package io.windlass.edge.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
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
 *      \--too large--> answered, draining --a little more, or the end--> closed
 * </pre>
 *
 * <p>Used on the connection's event loop.
 */
final class Exchange implements Handler<Buffer>, Consumer<Reply> {
    private static final CharSequence IDEMPOTENCY_KEY =
            HttpHeaders.createOptimized("Idempotency-Key");
    private static final byte[] NOTHING = new byte[0];

    /** Closing on unread bytes can destroy the answer on its way, so this many are thrown away. */
    private static final int DRAIN_BYTES_MAX = 1024 * 1024;

    private final EndpointDoor<?> door;
    private final HttpServerRequest request;
    private final List<String> path;
    private final long startNanos;
    private Buffer body = Buffer.buffer(0);
    private boolean isDraining;
    private int drainedBytes;

    Exchange(EndpointDoor<?> door, HttpServerRequest request, List<String> path, long startNanos) {
        this.door = door;
        this.request = request;
        this.path = path;
        this.startNanos = startNanos;
    }

    void begin() {
        if (!door.hasBody()) {
            call(NOTHING);
            return;
        }
        boolean waits = request.headers().contains(HttpHeaders.EXPECT);
        if (announcedBytes() > door.bodyBytesMax()) {
            refuseBody();
            if (waits) {
                request.connection().close();
                return;
            }
        } else if (waits) {
            request.response().writeContinue();
        }
        request.handler(this);
        request.endHandler(end -> ended());
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
            request.connection().close();
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
            Read<Request> read = door.reader().read(path, query == null ? "" : query, bytes, key());
            if (read instanceof Read.Bad<Request> bad) {
                answer(Problem.of(bad.why()));
            } else {
                door.call(((Read.Good<Request>) read).value(), this);
            }
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
        isDraining = true;
        body = Buffer.buffer(0);
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        answer(
                Problem.of(
                        ProblemKind.BODY_TOO_LARGE,
                        "the body may have " + door.bodyBytesMax() + " bytes"));
    }

    private void answer(Problem problem) {
        door.meter().answered(Responder.send(request.response(), problem), startNanos);
    }

    private void fail(RuntimeException bug) {
        door.meter().answered(Responder.fail(request.response(), bug), startNanos);
    }
}
