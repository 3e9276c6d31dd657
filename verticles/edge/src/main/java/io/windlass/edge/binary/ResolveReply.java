package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Handles, one behind the other: number u64, detail u64.
 *
 * @param handles of the names, in their order
 */
record ResolveReply(List<Handle> handles) implements Payload {
    static final int ITEM_BYTES = 16;

    static Optional<ResolveReply> read(ByteBuf payload) {
        if (payload.readableBytes() % ITEM_BYTES != 0) {
            return Optional.empty();
        }
        List<Handle> handles = new ArrayList<>(payload.readableBytes() / ITEM_BYTES);
        for (int at = payload.readerIndex(); at < payload.writerIndex(); at += ITEM_BYTES) {
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
        handles.forEach(handle -> target.writeLongLE(handle.number()).writeLongLE(handle.detail()));
    }
}
