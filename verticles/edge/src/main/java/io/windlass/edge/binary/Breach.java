package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * Why a connection ends: error u16, detail length u16, detail.
 *
 * @param error what is wrong
 * @param detail one sentence about this occurrence, at most 65,535 bytes of UTF-8
 */
record Breach(ProtocolError error, String detail) implements Payload {
    private static final int DETAIL_LENGTH_AT = 2;
    private static final int DETAIL_AT = 4;

    static Optional<Breach> read(ByteBuf payload) {
        return Texts.of(payload, DETAIL_LENGTH_AT, DETAIL_AT)
                .flatMap(
                        detail ->
                                ProtocolError.of(payload.getUnsignedShortLE(payload.readerIndex()))
                                        .map(error -> new Breach(error, detail)));
    }

    @Override
    public FrameType type() {
        return FrameType.ERROR;
    }

    @Override
    public void write(ByteBuf target) {
        byte[] text = Texts.bytes(detail);
        target.writeShortLE(error.number()).writeShortLE(text.length).writeBytes(text);
    }
}
