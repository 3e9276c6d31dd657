package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Vertx;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * The other end of a client's connections: frames as a node would send them, by a test's word. Used
 * on one event loop.
 */
public final class ScriptedNode implements AutoCloseable {
    /** The name of an account that is not there. */
    public static final String MISSING = "missing";

    private static final int PAYLOAD_BYTES_MAX = 1 << 20;
    private static final int CURRENCY = 840;
    private static final int SCALE = 2;

    private final NetServer server;
    private final long credit;
    private final List<Talk> talks = new ArrayList<>();
    private final List<List<String>> questions = new ArrayList<>();
    private Consumer<Transfers> script = transfers -> transfers.answer(0);
    private boolean isHostile;
    private boolean ignoresCalls;
    private int calls;

    /** One that gives so much credit at first, and answers everything with done. */
    public ScriptedNode(Vertx vertx, long credit) {
        this.credit = credit;
        this.server = vertx.createNetServer().connectHandler(this::take);
        server.listen(0, "127.0.0.1").await();
    }

    /** A frame of transfers that came. */
    public record Transfers(Talk talk, long correlation, List<UUID> ids) {
        /** Answers all of them with one code. */
        public void answer(int code) {
            answer(index -> code);
        }

        /** Answers each with its code, the last one first: the order is free. */
        public void answer(IntUnaryOperator code) {
            List<TransferResult> results = new ArrayList<>();
            for (int i = ids.size() - 1; i >= 0; i--) {
                results.add(new TransferResult(i, code.applyAsInt(i), 0, i + 1, 1, 0, 0, 1));
            }
            talk.send(new TransfersReply(results), correlation);
        }
    }

    /** One connection. */
    public final class Talk implements FrameSplitter.Receiver {
        private final NetSocket socket;
        private final FrameSplitter splitter = new FrameSplitter(PAYLOAD_BYTES_MAX, this);
        private final List<String> lastWords = new ArrayList<>();
        private String greeting = "";

        private Talk(NetSocket socket) {
            this.socket = socket;
            socket.handler(data -> splitter.feed(((BufferInternal) data).getByteBuf()));
        }

        /** Gives the client more credit. */
        public void credit(long more) {
            send(new Credit(more), 0);
        }

        /** Wants nothing new on this connection. */
        public void goAway() {
            send(new GoAway(1_000), 0);
        }

        /** Ends the connection without a word. */
        public void cut() {
            socket.close();
        }

        /** Sends what is no frame. */
        public void babble() {
            socket.write("HTTP/1.1 400 Bad Request\r\n\r\n");
        }

        /** How the client has said who it is. */
        public String greeting() {
            return greeting;
        }

        /** What the client has said before it went. */
        public List<String> lastWords() {
            return lastWords;
        }

        @Override
        public void frame(FrameHeader header, ByteBuf payload) {
            switch (header.type()) {
                case HELLO -> greet(Hello.read(payload).orElseThrow());
                case CALL -> echo(Call.read(payload).orElseThrow(), header.correlation());
                case RESOLVE -> resolve(Resolve.read(payload).orElseThrow(), header.correlation());
                case TRANSFERS -> script.accept(transfers(header, payload));
                case ERROR -> lastWords.add(Breach.read(payload).orElseThrow().error().name());
                default -> throw new AssertionError("a client sent " + header.type());
            }
        }

        @Override
        public void broken(Breach why) {
            throw new AssertionError("a client sent bad bytes: " + why);
        }

        private void greet(Hello hello) {
            greeting = hello.agent() + " with the key " + hello.key();
            if (isHostile) {
                send(new Breach(ProtocolError.UNSUPPORTED_VERSION, "not today"), 0);
            } else {
                send(new HelloReply(-1, credit, PAYLOAD_BYTES_MAX, 8_192, 0), 0);
            }
        }

        private void echo(Call call, long correlation) {
            calls++;
            if (ignoresCalls) {
                return;
            }
            ByteBuf body = Unpooled.copiedBuffer(call.body());
            send(
                    new CallReply(200, CallReply.REPLAYED, 3, "1:" + call.endpoint(), body),
                    correlation);
        }

        private void resolve(Resolve question, long correlation) {
            questions.add(question.names());
            List<ResolveReply.Handle> handles =
                    question.names().stream()
                            .map(
                                    name ->
                                            name.equals(MISSING)
                                                    ? new ResolveReply.Handle(0, 0)
                                                    : new ResolveReply.Handle(
                                                            name.hashCode(),
                                                            SCALE << 16 | CURRENCY))
                            .toList();
            send(new ResolveReply(handles), correlation);
        }

        private Transfers transfers(FrameHeader header, ByteBuf payload) {
            List<UUID> ids =
                    io.windlass.edge.binary.Transfers.read(payload)
                            .orElseThrow()
                            .commands()
                            .stream()
                            .map(command -> new UUID(command.id().high(), command.id().low()))
                            .toList();
            return new Transfers(this, header.correlation(), ids);
        }

        private void send(Payload payload, long correlation) {
            ByteBuf frame = Unpooled.buffer();
            FrameWriter.write(frame, payload, correlation, 0);
            socket.write(BufferInternal.buffer(frame));
        }
    }

    /** Does something else with transfers from now on. */
    public void onTransfers(Consumer<Transfers> newScript) {
        script = newScript;
    }

    /** Greets nobody any more. */
    public void turnHostile() {
        isHostile = true;
    }

    /** Answers no call any more. */
    public void ignoreCalls() {
        ignoresCalls = true;
    }

    /** How many calls have come. */
    public int calls() {
        return calls;
    }

    /** Where it listens. */
    public int port() {
        return server.actualPort();
    }

    /** Every connection that there was, oldest first. */
    public List<Talk> talks() {
        return talks;
    }

    /** The names of every question for handles. */
    public List<List<String>> questions() {
        return questions;
    }

    @Override
    public void close() {
        server.close().await();
    }

    private void take(NetSocket socket) {
        talks.add(new Talk(socket));
    }
}
