package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client's side of one connection: writes the frames that clients send, and reads those that
 * nodes send. Used on one event loop.
 */
public final class ClientSide {
    /** The longest frame that is taken from a node. */
    private static final int PAYLOAD_BYTES_MAX = 16 << 20;

    /** All but MOVED: a client that asks one node has nobody else to ask. */
    private static final long FEATURES =
            Arrays.stream(FrameType.values())
                    .filter(type -> type != FrameType.MOVED)
                    .mapToLong(type -> 1L << type.number())
                    .sum();

    private final Receiver receiver;
    private final FrameSplitter splitter;
    private int tenant;

    /** What hears of the node's frames; what lies in bytes is there during the call only. */
    public interface Receiver {
        /** The node has greeted: requests may be sent. */
        void greeted(HelloReply terms);

        /** The answer to a call. */
        void called(long correlation, CallReply reply);

        /** The results of transfers. */
        void transferred(long correlation, TransferReplies replies);

        /** The handles of names. */
        void resolved(long correlation, List<ResolveReply.Handle> handles);

        /** The node takes so much more. */
        void credited(long more);

        /** The node closes the connection in a while. */
        void goingAway(long millis);

        /** The node has said why the connection ends. */
        void refused(String why);

        /** The node's bytes are wrong: these have to be sent before the connection is closed. */
        void broken(String why, LastWord lastWord);
    }

    /** An ERROR frame of the client. */
    @FunctionalInterface
    public interface LastWord {
        /** Appends it. */
        void write(ByteBuf target);
    }

    /** A connection that has not said anything. */
    public ClientSide(Receiver receiver) {
        this.receiver = receiver;
        this.splitter = new FrameSplitter(PAYLOAD_BYTES_MAX, new Reader());
    }

    /** Takes the next bytes of the node, which stay the caller's. */
    public void feed(ByteBuf chunk) {
        splitter.feed(chunk);
    }

    /** The connection has ended. */
    public void end() {
        splitter.end();
    }

    /** Appends the first frame: who the client is; the key is empty if it has none. */
    public void hello(ByteBuf target, String key, String agent) {
        FrameWriter.write(target, new Hello(FEATURES, key, agent), 0, 0);
    }

    /** Appends a request to an endpoint. */
    public void call(ByteBuf target, long correlation, int endpoint, ByteBuf body) {
        FrameWriter.write(target, new Call(endpoint, body), correlation, tenant);
    }

    /** Appends a question for the handles that stand for the names of accounts in transfers. */
    public void resolve(ByteBuf target, long correlation, List<String> names) {
        FrameWriter.write(
                target, new Resolve(FrameType.TRANSFERS.number(), names), correlation, tenant);
    }

    /** The bytes of transfers, which are the caller's to send. */
    public ByteBuf transfers(long correlation, TransferFrame frame) {
        return frame.sealed(correlation, tenant);
    }

    /** Hands on what the splitter has cut. */
    private final class Reader implements FrameSplitter.Receiver {
        @Override
        public void frame(FrameHeader header, ByteBuf payload) {
            if (!isRead(header, payload)) {
                splitter.end();
                broken(new Breach(ProtocolError.MALFORMED_PAYLOAD, "a bad " + header.type()));
            }
        }

        @Override
        public void broken(Breach why) {
            receiver.broken(
                    why.error() + ": " + why.detail(),
                    target -> FrameWriter.write(target, why, 0, 0));
        }
    }

    private boolean isRead(FrameHeader header, ByteBuf payload) {
        long correlation = header.correlation();
        return switch (header.type()) {
            case HELLO_REPLY -> isGiven(HelloReply.read(payload), this::greet);
            case CALL_REPLY ->
                    isGiven(CallReply.read(payload), reply -> receiver.called(correlation, reply));
            case TRANSFERS_REPLY -> {
                receiver.transferred(correlation, new TransferReplies(payload));
                yield true;
            }
            case RESOLVE_REPLY ->
                    isGiven(
                            ResolveReply.read(payload),
                            reply -> receiver.resolved(correlation, reply.handles()));
            case CREDIT ->
                    isGiven(Credit.read(payload), credit -> receiver.credited(credit.more()));
            case GO_AWAY ->
                    isGiven(GoAway.read(payload), away -> receiver.goingAway(away.millis()));
            case MOVED -> Moved.read(payload).isPresent();
            case ERROR ->
                    isGiven(
                            Breach.read(payload),
                            why -> receiver.refused(why.error() + ": " + why.detail()));
            default -> false;
        };
    }

    private void greet(HelloReply reply) {
        tenant = reply.tenant();
        receiver.greeted(reply);
    }

    private static <T> boolean isGiven(Optional<T> payload, Consumer<T> receiver) {
        payload.ifPresent(receiver);
        return payload.isPresent();
    }
}
