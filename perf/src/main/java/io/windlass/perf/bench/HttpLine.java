package io.windlass.perf.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * One connection with requests in flight, answered in their order (RFC 9112, pipelining). Answers
 * need a {@code Content-Length}. Used on the generator's loop.
 */
final class HttpLine {
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.ISO_8859_1);
    private static final int STATUS_AT = 9;
    private static final int TO_LOWER = 0x20;

    private final NetSocket socket;
    private final Receiver receiver;
    private final ArrayDeque<Long> starts = new ArrayDeque<>();
    private byte[] rest = NOTHING;

    /** Who hears of answers. */
    interface Receiver {
        /** An answer to the request that was due at {@code start}; the body lies in the bytes. */
        void answered(HttpLine line, long start, int status, Span body);

        /** The connection is gone with so many requests unanswered. */
        void lost(int unanswered);
    }

    /**
     * A part of an array.
     *
     * @param bytes the array, not to be kept
     * @param from its first byte
     * @param to behind its last byte
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Span(byte[] bytes, int from, int to) {}

    HttpLine(NetSocket socket, Receiver receiver) {
        this.socket = socket;
        this.receiver = receiver;
        socket.handler(this::read);
        socket.closeHandler(closed -> lose());
        socket.exceptionHandler(broken -> System.err.println("a connection broke: " + broken));
    }

    /** Sends a request that was due at {@code start}, nanoseconds. */
    void send(Buffer request, long start) {
        starts.add(start);
        socket.write(request);
    }

    void close() {
        socket.close();
    }

    private void lose() {
        int unanswered = starts.size();
        starts.clear();
        receiver.lost(unanswered);
    }

    private void read(Buffer data) {
        byte[] bytes = data.getBytes();
        if (rest.length > 0) {
            byte[] joined = new byte[rest.length + bytes.length];
            System.arraycopy(rest, 0, joined, 0, rest.length);
            System.arraycopy(bytes, 0, joined, rest.length, bytes.length);
            bytes = joined;
        }
        int at = 0;
        for (int next = answer(bytes, at); next > 0; next = answer(bytes, at)) {
            at = next;
        }
        rest = at == bytes.length ? NOTHING : Arrays.copyOfRange(bytes, at, bytes.length);
    }

    /** Reads one answer and tells where the next one begins; 0 if it is not there in full. */
    private int answer(byte[] bytes, int from) {
        int length = 0;
        int line = from;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            if (i - line <= 1 && i > from) {
                int body = i + 1;
                if (bytes.length - body < length) {
                    return 0;
                }
                int status = number(bytes, from + STATUS_AT);
                receiver.answered(
                        this, starts.remove(), status, new Span(bytes, body, body + length));
                return body + length;
            }
            if (isLength(bytes, line)) {
                length = number(bytes, line + LENGTH.length);
            }
            line = i + 1;
        }
        return 0;
    }

    private static boolean isLength(byte[] bytes, int at) {
        if (bytes.length - at <= LENGTH.length) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if ((bytes[at + i] | TO_LOWER) != (LENGTH[i] | TO_LOWER)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        int number = 0;
        for (; at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }
}
