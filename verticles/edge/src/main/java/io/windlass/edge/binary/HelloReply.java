package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * The answer to a hello: features u64, credit u32, payload bytes u32, items u32, tenant u32.
 *
 * @param features bit n says that the node takes or sends frames of type number n
 * @param credit how much the client may send at first, see {@link Credit}
 * @param payloadBytesMax the longest payload that the node takes
 * @param itemsMax how many items it takes in a frame
 * @param tenant whose requests the client sends
 */
public record HelloReply(long features, long credit, int payloadBytesMax, int itemsMax, int tenant)
        implements Payload {
    private static final int BYTES = 24;
    private static final int CREDIT_AT = 8;
    private static final int PAYLOAD_BYTES_AT = 12;
    private static final int ITEMS_AT = 16;
    private static final int TENANT_AT = 20;

    static Optional<HelloReply> read(ByteBuf payload) {
        int at = payload.readerIndex();
        return payload.readableBytes() < BYTES
                ? Optional.empty()
                : Optional.of(
                        new HelloReply(
                                payload.getLongLE(at),
                                payload.getUnsignedIntLE(at + CREDIT_AT),
                                payload.getIntLE(at + PAYLOAD_BYTES_AT),
                                payload.getIntLE(at + ITEMS_AT),
                                payload.getIntLE(at + TENANT_AT)));
    }

    @Override
    public FrameType type() {
        return FrameType.HELLO_REPLY;
    }

    @Override
    public void write(ByteBuf target) {
        target.writeLongLE(features).writeIntLE((int) credit);
        target.writeIntLE(payloadBytesMax).writeIntLE(itemsMax).writeIntLE(tenant);
    }
}
