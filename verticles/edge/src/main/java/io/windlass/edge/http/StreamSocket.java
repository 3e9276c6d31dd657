package io.windlass.edge.http;

import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.windlass.edge.json.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One WebSocket: many requests in flight, answered as they are done, in any order.
 *
 * <p>It is not read while too many requests are in flight or too many bytes wait for the client,
 * and closed if the latter lasts. Close codes (RFC 6455, section 7.4.1): 1003 a binary message,
 * 1007 not UTF-8, 1008 a client that does not read, 1009 a message that is too large. Used on the
 * connection's loop.
 */
final class StreamSocket {
    private static final short BINARY = 1003;
    private static final short NOT_UTF8 = 1007;
    private static final short SLOW = 1008;
    private static final short TOO_LARGE = 1009;
    private static final long NO_TIMER = -1;

    private final Channel channel;
    private final ServerWebSocket socket;
    private final StreamService service;
    private final StreamLimits limits;
    private final Vertx vertx;
    private Buffer message = Buffer.buffer(0);
    private int inFlight;
    private boolean isPaused;
    private boolean isClosed;
    private long slowTimer = NO_TIMER;

    StreamSocket(
            Channel channel, ServerWebSocket socket, StreamService service, StreamLimits limits) {
        this.channel = channel;
        this.socket = socket;
        this.service = service;
        this.limits = limits;
        this.vertx = Vertx.currentContext().owner();
    }

    void begin() {
        socket.setWriteQueueMaxSize(limits.queueBytes());
        socket.frameHandler(this::frame);
        socket.drainHandler(drained -> flow());
        socket.closeHandler(gone -> closed());
        socket.exceptionHandler(trouble -> {});
    }

    private void frame(WebSocketFrame frame) {
        if (isClosed || !(frame.isText() || frame.isBinary() || frame.isContinuation())) {
            return;
        }
        Buffer data = frame.binaryData();
        if (frame.isBinary()) {
            close(BINARY, "send text");
        } else if (message.length() + data.length() > limits.messageBytes()) {
            close(TOO_LARGE, "a message may have " + limits.messageBytes() + " bytes");
        } else {
            message.appendBuffer(data);
            if (frame.isFinal()) {
                byte[] bytes = message.getBytes();
                message = Buffer.buffer(0);
                message(bytes);
            }
        }
    }

    private void message(byte[] bytes) {
        if (!isUtf8(bytes)) {
            close(NOT_UTF8, "a message is UTF-8");
            return;
        }
        inFlight++;
        flow();
        service.serve(bytes, this::answer);
    }

    private void answer(StreamAnswer answer) {
        inFlight--;
        if (!isClosed) {
            socket.writeTextMessage(JsonWriter.write(answer).toString(StandardCharsets.UTF_8));
            flow();
        }
    }

    /** Reads on, or does not. */
    private void flow() {
        boolean isFull = socket.writeQueueFull();
        if (isFull && slowTimer == NO_TIMER) {
            slowTimer = vertx.setTimer(limits.slow().toMillis(), tooLong -> slow());
        } else if (!isFull) {
            stopTimer();
        }
        boolean pauses = isFull || inFlight >= limits.requests();
        if (pauses && !isPaused) {
            isPaused = true;
            socket.pause();
        } else if (!pauses && isPaused) {
            isPaused = false;
            socket.resume();
        }
    }

    /**
     * The close frame waits behind what the client does not read, and so does every close that goes
     * through Vert.x: this one goes past it.
     */
    private void slow() {
        slowTimer = NO_TIMER;
        close(SLOW, "slow-reader");
        channel.unsafe().close(channel.voidPromise());
    }

    private void close(short code, String reason) {
        isClosed = true;
        socket.close(code, reason);
    }

    private void closed() {
        isClosed = true;
        stopTimer();
    }

    private void stopTimer() {
        if (slowTimer != NO_TIMER) {
            vertx.cancelTimer(slowTimer);
            slowTimer = NO_TIMER;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
