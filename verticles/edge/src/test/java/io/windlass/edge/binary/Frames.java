package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a splitter hands on, kept; and frames for it. */
final class Frames implements FrameSplitter.Receiver {
    private final List<Frame> frames = new ArrayList<>();
    private final List<Breach> breaches = new ArrayList<>();

    /** A frame that came. */
    record Frame(FrameHeader header, Optional<? extends Payload> payload) {}

    @Override
    public void frame(FrameHeader header, ByteBuf payload) {
        frames.add(new Frame(header, read(header.type(), Unpooled.copiedBuffer(payload))));
    }

    @Override
    public void broken(Breach why) {
        breaches.add(why);
    }

    List<Frame> frames() {
        return frames;
    }

    List<Breach> breaches() {
        return breaches;
    }

    /** The payloads that came. */
    List<Payload> payloads() {
        return frames.stream().<Payload>map(frame -> frame.payload().orElseThrow()).toList();
    }

    /** A whole frame. */
    static byte[] bytes(Payload payload, long correlation, int tenant) {
        ByteBuf frame = Unpooled.buffer();
        FrameWriter.write(frame, payload, correlation, tenant);
        return ByteBufUtil.getBytes(frame);
    }

    /** A payload alone. */
    static byte[] payload(Payload payload) {
        ByteBuf bytes = Unpooled.buffer();
        payload.write(bytes);
        return ByteBufUtil.getBytes(bytes);
    }

    /** A payload of a type; empty if it is not laid out like it. */
    static Optional<? extends Payload> read(FrameType type, ByteBuf payload) {
        return switch (type) {
            case HELLO -> Hello.read(payload);
            case HELLO_REPLY -> HelloReply.read(payload);
            case CALL -> Call.read(payload);
            case CALL_REPLY -> CallReply.read(payload);
            case TRANSFERS -> Transfers.read(payload);
            case TRANSFERS_REPLY -> TransfersReply.read(payload);
            case CREDIT -> Credit.read(payload);
            case GO_AWAY -> GoAway.read(payload);
            case ERROR -> Breach.read(payload);
            case RESOLVE -> Resolve.read(payload);
            case RESOLVE_REPLY -> ResolveReply.read(payload);
            case MOVED -> Moved.read(payload);
        };
    }
}
