package io.windlass.edge.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.kernel.feature.Unavailable;
import java.util.Optional;

/**
 * Collects the body of a request, or refuses it without reading it.
 *
 * <pre>
 *   reading --end of body--> Receiver.body
 *      |--refused from outside--> Receiver.refused, draining --the end--> served
 *      \--too large--> Receiver.refused, draining --the end--> closed
 *                                          \--much more--> closed
 * </pre>
 *
 * <p>Used on the connection's event loop.
 */
final class BodyCollector implements Handler<Buffer> {
    private static final String CONTINUE = "100-continue";
    private static final byte[] NOTHING = new byte[0];

    /** Closing on unread bytes can destroy the answer on its way, so this many are thrown away. */
    private static final int DRAIN_BYTES_MAX = 1024 * 1024;

    private final HttpServerRequest request;
    private final BodyLimit limit;
    private final Receiver receiver;
    private Buffer body = Buffer.buffer(0);
    private int ownBytes;
    private boolean isDraining;
    private boolean closesAtEnd;
    private int drainedBytes;

    /** What waits for the body; one of the two is called, once. */
    interface Receiver {
        /** All of it is there. */
        void body(byte[] bytes);

        /** It is not read; to be answered now. */
        void refused(Problem why);
    }

    /** A collector that has not begun. */
    BodyCollector(HttpServerRequest request, BodyLimit limit, Receiver receiver) {
        this.request = request;
        this.limit = limit;
        this.receiver = receiver;
    }

    /** Begins to read, unless there is a reason not to. */
    void begin(Optional<Problem> refusal) {
        Optional<Problem> why = refusal.isPresent() ? refusal : unexpected(request);
        why.ifPresent(this::refuse);
        if (!isDraining && limit.isNone()) {
            receiver.body(NOTHING);
            return;
        }
        if (!isDraining && announcedBytes(request) > limit.bytesMax()) {
            refuseSize();
        }
        boolean waits = !limit.isNone() && request.headers().contains(HttpHeaders.EXPECT);
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

    /** What is wrong with the expectation of a request. */
    static Optional<Problem> unexpected(HttpServerRequest request) {
        String expected = request.headers().get(HttpHeaders.EXPECT);
        return expected == null || CONTINUE.equalsIgnoreCase(expected)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(ProblemKind.EXPECTATION_FAILED, "leave the header Expect out"));
    }

    @Override
    public void handle(Buffer chunk) {
        if (isDraining) {
            drainedBytes += chunk.length();
            if (drainedBytes > DRAIN_BYTES_MAX) {
                request.connection().close();
            }
        } else if (body.length() + chunk.length() > limit.bytesMax()) {
            refuseSize();
        } else if (body.length() == 0) {
            // Nearly every body comes in one piece.
            body = chunk;
        } else if (ownBytes > 0 || takesRoom()) {
            body.appendBuffer(chunk);
        }
    }

    /** Makes a buffer for all of the body, or refuses it. */
    private boolean takesRoom() {
        long announced = announcedBytes(request);
        int bytes = announced > 0 ? (int) announced : limit.bytesMax();
        if (!limit.room().take(bytes)) {
            refuse(
                    Problem.of(
                            new Unavailable(
                                    Unavailable.Reason.OVERLOADED,
                                    "too many bodies are being read")));
            return false;
        }
        ownBytes = bytes;
        // What is made of the body is about as large, until the answer has gone.
        request.response().endHandler(answered -> giveRoomBack());
        request.exceptionHandler(gone -> giveRoomBack());
        body = Buffer.buffer((int) announced).appendBuffer(body);
        return true;
    }

    private void giveRoomBack() {
        if (ownBytes > 0) {
            limit.room().giveBack(ownBytes);
            ownBytes = 0;
        }
    }

    /** The announced length of a body; Netty has refused what is not a number. */
    static long announcedBytes(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void ended() {
        if (!isDraining) {
            receiver.body(body.getBytes());
        } else if (closesAtEnd) {
            request.connection().close();
        }
    }

    private void refuseSize() {
        closesAtEnd = true;
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(Problem.ofLargeBody(limit.bytesMax()));
    }

    /** Answers before the body has been read; what still comes of it is thrown away. */
    private void refuse(Problem problem) {
        isDraining = true;
        body = Buffer.buffer(0);
        giveRoomBack();
        receiver.refused(problem);
    }
}
