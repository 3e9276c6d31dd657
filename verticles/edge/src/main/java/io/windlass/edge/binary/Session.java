package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.windlass.edge.access.Caller;
import io.windlass.edge.access.Callers;
import java.util.Map;
import java.util.Optional;

/**
 * What a client and a node say to each other on one connection.
 *
 * <pre>
 *   opened --HELLO--> greeted --requests, answers--> ended
 *      \----anything else-----------------------------^
 * </pre>
 *
 * <p>Used on the connection's event loop.
 */
final class Session implements FrameSplitter.Receiver {
    private static final int CREDIT_FRAME_BYTES = FrameHeader.BYTES + Integer.BYTES;

    private final Line line;
    private final Callers callers;
    private final Desks desks;
    private final Map<Integer, PackedDoor<?>> packed;
    private final int credit;
    private final Allowance allowance;
    private final BinaryMeters meters;
    private Optional<Caller> greeted = Optional.empty();

    /** The way back to the client. */
    interface Line {
        /** Sends whole frames; the buffer is not the caller's any more. */
        void send(ByteBuf frames);

        /** Says why in an ERROR frame, and ends. */
        void end(Breach why);

        /** Ends without a word. */
        void end();
    }

    /** What serves requests: packed ones by the number of their frames, and calls. */
    record Desks(Map<Integer, PackedDoor<?>> packed, CallDesk calls) {}

    Session(Line line, SharedBinary shared, Desks desks, int credit) {
        this.line = line;
        this.callers = shared.callers();
        this.meters = shared.meters();
        this.desks = desks;
        this.packed = desks.packed();
        this.credit = credit;
        this.allowance = new Allowance(credit);
    }

    /** Whether the client has said who it is. */
    boolean isGreeted() {
        return greeted.isPresent();
    }

    /** How many requests have no answer yet. */
    int inFlight() {
        return allowance.inFlight();
    }

    @Override
    public void frame(FrameHeader header, ByteBuf payload) {
        Optional<Breach> breach =
                greeted.isEmpty()
                        ? hello(header, payload)
                        : request(greeted.get(), header, payload);
        breach.ifPresent(line::end);
    }

    @Override
    public void broken(Breach why) {
        line.end(why);
    }

    private Optional<Breach> hello(FrameHeader header, ByteBuf payload) {
        if (header.type() != FrameType.HELLO) {
            return breach(ProtocolError.HELLO_EXPECTED, "the first frame is HELLO");
        }
        if (header.tenant() != 0) {
            return breach(ProtocolError.WRONG_TENANT, "the tenant is 0 in HELLO");
        }
        Optional<Hello> hello = Hello.read(payload);
        if (hello.isEmpty()) {
            return malformed(header);
        }
        Optional<Caller> caller = callers.ofKey(hello.get().key());
        if (caller.isEmpty()) {
            return breach(ProtocolError.UNAUTHORIZED, "send a key of this node in HELLO");
        }
        greeted = caller;
        meters.came(header.type(), 0);
        long startNanos = System.nanoTime();
        ByteBuf reply = PooledByteBufAllocator.DEFAULT.directBuffer();
        FrameWriter.write(reply, reply(caller.get()), header.correlation(), caller.get().tenant());
        line.send(reply);
        meters.answered(header.type(), startNanos);
        return Optional.empty();
    }

    private HelloReply reply(Caller caller) {
        long features = bit(FrameType.GO_AWAY);
        features |= bit(FrameType.CALL) | bit(FrameType.CALL_REPLY);
        features |= bit(FrameType.CREDIT) | bit(FrameType.ERROR);
        for (Map.Entry<Integer, PackedDoor<?>> door : packed.entrySet()) {
            if (door.getValue().admits(caller)) {
                FrameType type = FrameType.of(door.getKey()).orElseThrow();
                features |= bit(type) | bit(PackedDoor.reply(type));
                features |= bit(FrameType.RESOLVE) | bit(FrameType.RESOLVE_REPLY);
            }
        }
        return new HelloReply(
                features,
                credit,
                BinarySettings.PAYLOAD_BYTES_MAX,
                Math.min(credit, BinarySettings.ITEMS_MAX),
                caller.tenant());
    }

    private static long bit(FrameType type) {
        return 1L << type.number();
    }

    private Optional<Breach> request(Caller caller, FrameHeader header, ByteBuf payload) {
        if (header.tenant() != caller.tenant()) {
            return breach(
                    ProtocolError.WRONG_TENANT,
                    "the tenant of the key is " + Integer.toUnsignedString(caller.tenant()));
        }
        return switch (header.type()) {
            case TRANSFERS -> packed(caller, header, payload);
            case CALL -> call(caller, header, payload);
            case RESOLVE -> resolve(caller, header, payload);
            case HELLO -> breach(ProtocolError.HELLO_EXPECTED, "HELLO comes once");
            case ERROR -> {
                line.end();
                yield Optional.empty();
            }
            default -> breach(ProtocolError.UNKNOWN_TYPE, "a node takes no " + header.type());
        };
    }

    private Optional<Breach> packed(Caller caller, FrameHeader header, ByteBuf payload) {
        PackedDoor<?> door = packed.get(header.type().number());
        int cost = Math.max(1, header.itemCount());
        Optional<Breach> breach =
                tooMany(header.itemCount()).or(() -> mayNot(caller, door)).or(() -> take(cost));
        if (breach.isPresent()) {
            return breach;
        }
        Asked asked = asked(header, cost);
        boolean isSound =
                door.serve(
                        caller, ByteBufUtil.getBytes(payload), results -> answer(results, asked));
        return isSound ? Optional.empty() : malformed(header);
    }

    private Optional<Breach> resolve(Caller caller, FrameHeader header, ByteBuf payload) {
        Optional<Resolve> read = Resolve.read(payload);
        if (read.isEmpty() || !packed.containsKey(read.get().frames())) {
            return malformed(header);
        }
        Resolve resolve = read.get();
        PackedDoor<?> door = packed.get(resolve.frames());
        Optional<Breach> breach =
                tooMany(resolve.names().size()).or(() -> mayNot(caller, door)).or(() -> take(1));
        if (breach.isEmpty()) {
            Asked asked = asked(header, 1);
            door.resolve(caller, resolve.names(), reply -> answer(reply, asked));
        }
        return breach;
    }

    private Optional<Breach> call(Caller caller, FrameHeader header, ByteBuf payload) {
        Optional<Call> call = Call.read(payload);
        if (call.isEmpty()) {
            return malformed(header);
        }
        Optional<Breach> breach = take(1);
        if (breach.isEmpty()) {
            Asked asked = asked(header, 1);
            desks.calls().serve(caller, call.get(), reply -> answer(reply, asked));
        }
        return breach;
    }

    private static Optional<Breach> tooMany(int items) {
        return items > BinarySettings.ITEMS_MAX
                ? breach(
                        ProtocolError.TOO_MANY_ITEMS,
                        items + " items, " + BinarySettings.ITEMS_MAX + " are taken")
                : Optional.empty();
    }

    private static Optional<Breach> mayNot(Caller caller, PackedDoor<?> door) {
        return door.admits(caller)
                ? Optional.empty()
                : breach(
                        ProtocolError.UNAUTHORIZED,
                        "the key does not have the scope " + door.kind().access().word());
    }

    private Optional<Breach> take(int cost) {
        return allowance.take(cost)
                ? Optional.empty()
                : breach(ProtocolError.CREDIT_EXCEEDED, "more was sent than there was credit for");
    }

    /** A request that has been taken, what it cost and when it came. */
    private record Asked(FrameHeader header, int cost, long nanos) {}

    private Asked asked(FrameHeader header, int cost) {
        meters.came(header.type(), header.itemCount());
        return new Asked(header, cost, System.nanoTime());
    }

    private void answer(byte[] items, Asked asked) {
        FrameHeader request = asked.header;
        FrameType type = PackedDoor.reply(request.type());
        int bytes = FrameHeader.BYTES + items.length + CREDIT_FRAME_BYTES;
        ByteBuf answer = PooledByteBufAllocator.DEFAULT.directBuffer(bytes);
        answer.writeZero(FrameHeader.BYTES).writeBytes(items);
        int count = items.length / type.itemBytes();
        new FrameHeader(type, items.length, count, request.correlation(), request.tenant())
                .write(answer, 0);
        sendWithCredit(answer, asked);
    }

    private void answer(Payload payload, Asked asked) {
        ByteBuf answer = PooledByteBufAllocator.DEFAULT.directBuffer();
        FrameHeader request = asked.header;
        FrameWriter.write(answer, payload, request.correlation(), request.tenant());
        sendWithCredit(answer, asked);
    }

    private void sendWithCredit(ByteBuf answer, Asked asked) {
        int more = allowance.answered(asked.cost);
        if (more > 0) {
            FrameWriter.write(answer, new Credit(more), 0, asked.header.tenant());
        }
        line.send(answer);
        meters.answered(asked.header.type(), asked.nanos);
    }

    private static Optional<Breach> malformed(FrameHeader header) {
        return breach(
                ProtocolError.MALFORMED_PAYLOAD,
                "the payload is not laid out like " + header.type());
    }

    private static Optional<Breach> breach(ProtocolError error, String detail) {
        return Optional.of(new Breach(error, detail));
    }
}
