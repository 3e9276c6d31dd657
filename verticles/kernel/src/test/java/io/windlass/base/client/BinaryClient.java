package io.windlass.base.client;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Speaks the binary protocol as its page says, with nothing of the server's code.
 *
 * <p>It takes CREDIT frames out of the stream and adds them up.
 */
public final class BinaryClient implements AutoCloseable {
    public static final int HELLO = 1;
    public static final int HELLO_REPLY = 2;
    public static final int CALL = 3;
    public static final int CALL_REPLY = 4;
    public static final int TRANSFERS = 5;
    public static final int TRANSFERS_REPLY = 6;
    public static final int RESOLVE = 7;
    public static final int RESOLVE_REPLY = 8;
    public static final int CREDIT = 9;
    public static final int GO_AWAY = 10;
    public static final int ERROR = 12;

    private static final int HEADER_BYTES = 32;
    private static final int CRC_AT = 28;
    private static final int MAGIC = 0x50424C57;
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final DataInputStream in;
    private int tenant;
    private long credit;

    /** Connects to a server of this machine; an answer that takes 20 s is a failure. */
    public BinaryClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Speaks on a socket that is connected. */
    public BinaryClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** A frame that came; the payload is little-endian. */
    public record Frame(int type, int items, long correlation, int tenant, ByteBuffer payload) {
        /** The number of the error, of an ERROR frame. */
        public int error() {
            if (type != ERROR) {
                throw new AssertionError("no ERROR frame but " + this);
            }
            return payload.getShort(0) & 0xFFFF;
        }

        /** The text of an ERROR frame. */
        public String detail() {
            byte[] text = new byte[payload.getShort(2) & 0xFFFF];
            payload.get(4, text);
            return new String(text, StandardCharsets.UTF_8);
        }

        /** Fails unless the frame has this type. */
        public Frame expect(int expected) {
            if (type != expected) {
                String why = type == ERROR ? error() + " " + detail() : "";
                throw new AssertionError("type " + type + " instead of " + expected + " " + why);
            }
            return this;
        }
    }

    /** Says who it is; returns the answer. */
    public Frame hello(String key) throws IOException {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        ByteBuffer payload = buffer(12 + text.length + 4);
        payload.putLong(-1).putShort((short) text.length).putShort((short) 4);
        payload.put(text).put("test".getBytes(StandardCharsets.UTF_8));
        send(HELLO, 0, 1, payload.array());
        Frame reply = next();
        if (reply.type() == HELLO_REPLY) {
            credit = reply.payload().getInt(8);
            tenant = reply.payload().getInt(20);
        }
        return reply;
    }

    /** The handles of accounts, in their order; 0 for none. */
    public long[] handles(String... names) throws IOException {
        ByteBuffer reply = resolve(names).expect(RESOLVE_REPLY).payload();
        long[] handles = new long[names.length];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = reply.getLong(16 * i);
        }
        return handles;
    }

    /** Asks for handles. */
    public Frame resolve(String... names) throws IOException {
        int bytes = List.of(names).stream().mapToInt(name -> 2 + utf8(name).length).sum();
        ByteBuffer payload = buffer(4 + bytes);
        payload.putShort((short) TRANSFERS).putShort((short) names.length);
        for (String name : names) {
            payload.putShort((short) utf8(name).length).put(utf8(name));
        }
        send(RESOLVE, 0, 2, payload.array());
        return next();
    }

    /** Calls an endpoint; returns the answer. */
    public Frame call(int endpoint, String body) throws IOException {
        byte[] text = utf8(body);
        send(CALL, 0, 3, buffer(4 + text.length).putInt(endpoint).put(text).array());
        return next();
    }

    /** Writes a frame. */
    public BinaryClient send(int type, int items, long correlation, byte[] payload)
            throws IOException {
        return send(frame(type, items, correlation, tenant, payload));
    }

    /** Writes any bytes. */
    public BinaryClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The next frame that is no CREDIT; fails if the connection ends instead. */
    public Frame next() throws IOException {
        Optional<Frame> frame = read();
        while (frame.isPresent() && frame.get().type() == CREDIT) {
            credit += frame.get().payload().getInt(0);
            frame = read();
        }
        return frame.orElseThrow(() -> new EOFException("the connection has ended"));
    }

    /** Whether nothing more comes but credit. */
    public boolean hasEnded() throws IOException {
        Optional<Frame> frame = read();
        while (frame.isPresent() && frame.get().type() == CREDIT) {
            frame = read();
        }
        return frame.isEmpty();
    }

    /** The next frame; empty if the connection ends instead. */
    public Optional<Frame> read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        ByteBuffer header = buffer(HEADER_BYTES).put((byte) first);
        in.readFully(header.array(), 1, HEADER_BYTES - 1);
        byte[] payload = new byte[header.getInt(8)];
        in.readFully(payload);
        Frame frame =
                new Frame(
                        header.get(5),
                        header.getInt(12),
                        header.getLong(16),
                        header.getInt(24),
                        ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN));
        byte[] again =
                frame(frame.type(), frame.items(), frame.correlation(), frame.tenant(), payload);
        if (!ByteBuffer.wrap(again, 0, HEADER_BYTES).equals(header.rewind())) {
            throw new AssertionError("a frame with another header than " + frame);
        }
        return Optional.of(frame);
    }

    /** What it may still send, as far as it has read; it does not count what it sends. */
    public long creditGiven() {
        return credit;
    }

    /** A whole frame. */
    public static byte[] frame(int type, int items, long correlation, int tenant, byte[] payload) {
        ByteBuffer frame = buffer(HEADER_BYTES + payload.length);
        frame.putInt(MAGIC).put((byte) 1).put((byte) type).putShort((short) 0);
        frame.putInt(payload.length).putInt(items).putLong(correlation).putInt(tenant);
        frame.putInt(0).put(payload);
        CRC32C crc = new CRC32C();
        crc.update(frame.array(), 0, CRC_AT);
        crc.update(payload);
        frame.putInt(CRC_AT, (int) crc.getValue());
        return frame.array();
    }

    /** A little-endian buffer. */
    public static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
