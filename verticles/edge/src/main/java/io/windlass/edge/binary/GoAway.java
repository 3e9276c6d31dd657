package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * The node is about to close the connection: milliseconds u32. What is in flight is answered; what
 * comes after it may not be.
 *
 * @param millis until then, 0 to 2^32-1
 */
record GoAway(long millis) implements Payload {

    static Optional<GoAway> read(ByteBuf payload) {
        return payload.readableBytes() < Integer.BYTES
                ? Optional.empty()
                : Optional.of(new GoAway(payload.getUnsignedIntLE(payload.readerIndex())));
    }

    @Override
    public FrameType type() {
        return FrameType.GO_AWAY;
    }

    @Override
    public void write(ByteBuf target) {
        target.writeIntLE((int) millis);
    }
}
