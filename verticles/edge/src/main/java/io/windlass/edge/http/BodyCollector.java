package io.windlass.edge.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Collects the body of a request, or refuses one that is too large without reading it.
 *
 * <pre>
 *   reading --end of body--> Receiver.body
 *      \--too large--> Receiver.tooLarge, draining --a little more, or the end--> closed
 * </pre>
 *
 * <p>Used on the connection's event loop.
 */
final class BodyCollector implements Handler<Buffer> {
    /** Closing on unread bytes can destroy the answer on its way, so this many are thrown away. */
    private static final int DRAIN_BYTES_MAX = 1024 * 1024;

    private final HttpServerRequest request;
    private final int bytesMax;
    private final Receiver receiver;
    private Buffer body = Buffer.buffer(0);
    private boolean isOwn;
    private boolean isDraining;
    private int drainedBytes;

    /** What waits for the body; one of the two is called, once. */
    interface Receiver {
        /** All of it is there. */
        void body(byte[] bytes);

        /** It is too large; to be answered now. */
        void tooLarge(int bytesMax);
    }

    BodyCollector(HttpServerRequest request, int bytesMax, Receiver receiver) {
        this.request = request;
        this.bytesMax = bytesMax;
        this.receiver = receiver;
    }

    void begin() {
        boolean waits = request.headers().contains(HttpHeaders.EXPECT);
        if (announcedBytes(request) > bytesMax) {
            refuse();
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
        } else if (body.length() + chunk.length() > bytesMax) {
            refuse();
        } else if (body.length() == 0) {
            // Nearly every body comes in one piece.
            body = chunk;
        } else if (isOwn) {
            body.appendBuffer(chunk);
        } else {
            long room = Math.max(announcedBytes(request), 2L * (body.length() + chunk.length()));
            body = Buffer.buffer((int) Math.min(room, bytesMax)).appendBuffer(body);
            body.appendBuffer(chunk);
            isOwn = true;
        }
    }

    /** The announced length of a body; Netty has refused what is not a number. */
    static long announcedBytes(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void ended() {
        if (isDraining) {
            request.connection().close();
        } else {
            receiver.body(body.getBytes());
        }
    }

    private void refuse() {
        isDraining = true;
        body = Buffer.buffer(0);
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        receiver.tooLarge(bytesMax);
    }
}
