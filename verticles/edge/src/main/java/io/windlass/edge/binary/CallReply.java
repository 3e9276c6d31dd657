package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * The answer to a call: status u16, flags u16, retry after u32, position length u16, the position,
 * and the body to the payload's end.
 *
 * @param status the number that HTTP would answer with
 * @param flags {@link #REPLAYED}
 * @param retryAfterSeconds when another attempt may do better, 0 if nobody knows; to 2^32-1
 * @param position what HTTP says in {@code Windlass-Position}, empty if it says nothing
 * @param body what HTTP would carry, JSON in UTF-8
 */
public record CallReply(
        int status, int flags, long retryAfterSeconds, String position, ByteBuf body)
        implements Payload {
    /** The id was used before with this request: this is the first answer again. */
    public static final int REPLAYED = 1;

    private static final int FLAGS_AT = 2;
    private static final int RETRY_AFTER_AT = 4;
    private static final int POSITION_LENGTH_AT = 8;
    private static final int POSITION_AT = 10;

    /** The answer, whose body lies where the payload does. */
    static Optional<CallReply> read(ByteBuf payload) {
        Optional<String> position = Texts.of(payload, POSITION_LENGTH_AT, POSITION_AT);
        if (position.isEmpty()) {
            return Optional.empty();
        }
        int at = payload.readerIndex();
        int bodyAt = POSITION_AT + payload.getUnsignedShortLE(at + POSITION_LENGTH_AT);
        return Optional.of(
                new CallReply(
                        payload.getUnsignedShortLE(at),
                        payload.getUnsignedShortLE(at + FLAGS_AT),
                        payload.getUnsignedIntLE(at + RETRY_AFTER_AT),
                        position.get(),
                        payload.slice(at + bodyAt, payload.readableBytes() - bodyAt)));
    }

    @Override
    public FrameType type() {
        return FrameType.CALL_REPLY;
    }

    @Override
    public void write(ByteBuf target) {
        byte[] text = Texts.bytes(position);
        target.writeShortLE(status).writeShortLE(flags).writeIntLE((int) retryAfterSeconds);
        target.writeShortLE(text.length).writeBytes(text);
        target.writeBytes(body, body.readerIndex(), body.readableBytes());
    }
}
