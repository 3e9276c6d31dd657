package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * So much more may be sent: credit u32. A call takes 1 of it, a TRANSFERS frame 1 for each item.
 *
 * @param more what is added to the client's credit, 0 to 2^32-1
 */
record Credit(long more) implements Payload {

    static Optional<Credit> read(ByteBuf payload) {
        return payload.readableBytes() < Integer.BYTES
                ? Optional.empty()
                : Optional.of(new Credit(payload.getUnsignedIntLE(payload.readerIndex())));
    }

    @Override
    public FrameType type() {
        return FrameType.CREDIT;
    }

    @Override
    public void write(ByteBuf target) {
        target.writeIntLE((int) more);
    }
}
