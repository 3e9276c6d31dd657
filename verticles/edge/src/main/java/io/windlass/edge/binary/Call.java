package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * A request to an endpoint: endpoint u32, and the body to the payload's end.
 *
 * @param endpoint its number
 * @param body what HTTP would carry, JSON in UTF-8
 */
record Call(int endpoint, ByteBuf body) implements Payload {

    /** The call, whose body lies where the payload does. */
    static Optional<Call> read(ByteBuf payload) {
        int at = payload.readerIndex();
        int bodyBytes = payload.readableBytes() - Integer.BYTES;
        return bodyBytes < 0
                ? Optional.empty()
                : Optional.of(
                        new Call(
                                payload.getIntLE(at),
                                payload.slice(at + Integer.BYTES, bodyBytes)));
    }

    @Override
    public FrameType type() {
        return FrameType.CALL;
    }

    @Override
    public void write(ByteBuf target) {
        target.writeIntLE(endpoint);
        target.writeBytes(body, body.readerIndex(), body.readableBytes());
    }
}
