package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for handles: kind u16, count u16, then each name as a length u16 and its bytes.
 *
 * @param kind the number of the frames that the handles are for
 * @param names each at most 65,535 bytes of UTF-8; at most 65,535 of them
 */
record Resolve(int kind, List<String> names) implements Payload {
    private static final int NAMES_AT = 4;

    static Optional<Resolve> read(ByteBuf payload) {
        if (payload.readableBytes() < NAMES_AT) {
            return Optional.empty();
        }
        ByteBuf in = payload.slice();
        int kind = in.readUnsignedShortLE();
        int count = in.readUnsignedShortLE();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (in.readableBytes() < Short.BYTES) {
                return Optional.empty();
            }
            int length = in.readUnsignedShortLE();
            if (in.readableBytes() < length) {
                return Optional.empty();
            }
            names.add(in.readCharSequence(length, StandardCharsets.UTF_8).toString());
        }
        return in.isReadable() ? Optional.empty() : Optional.of(new Resolve(kind, names));
    }

    @Override
    public FrameType type() {
        return FrameType.RESOLVE;
    }

    @Override
    public void write(ByteBuf target) {
        target.writeShortLE(kind).writeShortLE(names.size());
        for (String name : names) {
            byte[] text = Texts.bytes(name);
            target.writeShortLE(text.length).writeBytes(text);
        }
    }
}
