package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names whose handles are wanted: frames u16, count u16, then for each name its length u16 and the
 * name.
 *
 * @param frames the type number of the frames that the handles are for
 * @param names at most 65,535, each at most 65,535 bytes of UTF-8
 */
record Resolve(int frames, List<String> names) implements Payload {
    private static final int COUNT_AT = 2;
    private static final int NAMES_AT = 4;

    static Optional<Resolve> read(ByteBuf payload) {
        if (payload.readableBytes() < NAMES_AT) {
            return Optional.empty();
        }
        int from = payload.readerIndex();
        int count = payload.getUnsignedShortLE(from + COUNT_AT);
        List<String> names = new ArrayList<>(Math.min(count, payload.readableBytes()));
        int at = from + NAMES_AT;
        for (int i = 0; i < count; i++) {
            int textAt = at + Short.BYTES;
            if (textAt > payload.writerIndex()) {
                return Optional.empty();
            }
            int length = payload.getUnsignedShortLE(at);
            if (length > payload.writerIndex() - textAt) {
                return Optional.empty();
            }
            names.add(payload.toString(textAt, length, StandardCharsets.UTF_8));
            at = textAt + length;
        }
        return at == payload.writerIndex()
                ? Optional.of(new Resolve(payload.getUnsignedShortLE(from), names))
                : Optional.empty();
    }

    @Override
    public FrameType type() {
        return FrameType.RESOLVE;
    }

    @Override
    public void write(ByteBuf target) {
        target.writeShortLE(frames).writeShortLE(names.size());
        for (String name : names) {
            byte[] text = Texts.bytes(name);
            target.writeShortLE(text.length).writeBytes(text);
        }
    }
}
