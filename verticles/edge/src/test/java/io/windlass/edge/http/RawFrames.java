package io.windlass.edge.http;

import io.windlass.base.client.RawClient;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Frames of a WebSocket byte for byte (RFC 6455, section 5.2). */
final class RawFrames {
    private static final int CLOSE = 0x88;
    private static final int BYTE = 0xff;

    private RawFrames() {}

    /** A frame from a client, masked with zeros; {@code head} is its first byte. */
    static byte[] masked(int head, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) head);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) BYTE).putLong(payload.length);
        }
        frame.putInt(0).put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    /** The code of the close frame that comes next. */
    static int closeCode(RawClient client) throws IOException {
        byte[] frame = client.bytes(4);
        if ((frame[0] & BYTE) != CLOSE) {
            throw new IOException("not a close frame: " + (frame[0] & BYTE));
        }
        return (frame[2] & BYTE) << Byte.SIZE | (frame[3] & BYTE);
    }
}
