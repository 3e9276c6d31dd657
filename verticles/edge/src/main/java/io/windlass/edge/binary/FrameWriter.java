package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;

/** Appends whole frames to a buffer that goes to a socket. */
final class FrameWriter {
    private FrameWriter() {}

    /**
     * Appends a frame; its payload is written where it is sent from.
     *
     * @param correlation of the request that it is or answers, 0 if there is none
     * @param tenant whose it is
     */
    static void write(ByteBuf target, Payload payload, long correlation, int tenant) {
        int at = target.writerIndex();
        target.writeZero(FrameHeader.BYTES);
        payload.write(target);
        int payloadBytes = target.writerIndex() - at - FrameHeader.BYTES;
        new FrameHeader(payload.type(), payloadBytes, payload.itemCount(), correlation, tenant)
                .write(target, at);
    }
}
