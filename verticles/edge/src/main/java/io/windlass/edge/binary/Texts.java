package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts behind the fixed part of a payload, whose lengths are among the fixed fields. */
final class Texts {
    private static final int LENGTH_MAX = 0xFFFF;

    private Texts() {}

    /**
     * A text in UTF-8; what is no UTF-8 becomes the replacement character.
     *
     * @param lengthAt where its u16 length stands, from the payload's first byte
     * @param at where it begins itself, likewise
     * @return empty if the payload ends before it does
     */
    static Optional<String> of(ByteBuf payload, int lengthAt, int at) {
        int from = payload.readerIndex();
        if (payload.readableBytes() < at) {
            return Optional.empty();
        }
        int length = payload.getUnsignedShortLE(from + lengthAt);
        return payload.readableBytes() - at < length
                ? Optional.empty()
                : Optional.of(payload.toString(from + at, length, StandardCharsets.UTF_8));
    }

    /** A text in UTF-8, at most 65,535 bytes. */
    static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LENGTH_MAX) {
            throw new IllegalArgumentException("text of " + bytes.length + " bytes");
        }
        return bytes;
    }
}
