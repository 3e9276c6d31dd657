package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Handles, one behind the other.
 *
 * @param handles in the order of the names
 */
public record ResolveReply(List<Handle> handles) implements Payload {

    /**
     * What a name stands for, 16 bytes: value u64, detail u64.
     *
     * @param value the handle; 0 if there is none
     * @param detail what clients need to use the handle; without one why there is none, a code as
     *     in a result
     */
    public record Handle(long value, long detail) {
        /** Each has so many. */
        static final int BYTES = 16;
    }

    static Optional<ResolveReply> read(ByteBuf payload) {
        if (payload.readableBytes() % Handle.BYTES != 0) {
            return Optional.empty();
        }
        List<Handle> handles = new ArrayList<>(payload.readableBytes() / Handle.BYTES);
        for (int at = payload.readerIndex(); at < payload.writerIndex(); at += Handle.BYTES) {
            handles.add(new Handle(payload.getLongLE(at), payload.getLongLE(at + Long.BYTES)));
        }
        return Optional.of(new ResolveReply(handles));
    }

    @Override
    public FrameType type() {
        return FrameType.RESOLVE_REPLY;
    }

    @Override
    public int itemCount() {
        return handles.size();
    }

    @Override
    public void write(ByteBuf target) {
        handles.forEach(handle -> target.writeLongLE(handle.value()).writeLongLE(handle.detail()));
    }
}
