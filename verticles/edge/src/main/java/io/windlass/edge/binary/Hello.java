package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * A client's first frame: features u64, key length u16, agent length u16, key, agent.
 *
 * @param features bit n says that the client understands frames of type number n
 * @param key its API key, as in {@code Authorization: Bearer}; empty if it has none
 * @param agent the program and its version, for the node's log
 */
record Hello(long features, String key, String agent) implements Payload {
    private static final int KEY_LENGTH_AT = 8;
    private static final int AGENT_LENGTH_AT = 10;
    private static final int KEY_AT = 12;

    static Optional<Hello> read(ByteBuf payload) {
        Optional<String> key = Texts.of(payload, KEY_LENGTH_AT, KEY_AT);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        int from = payload.readerIndex();
        int agentAt = KEY_AT + payload.getUnsignedShortLE(from + KEY_LENGTH_AT);
        int length = agentAt + payload.getUnsignedShortLE(from + AGENT_LENGTH_AT);
        return payload.readableBytes() == length
                ? Texts.of(payload, AGENT_LENGTH_AT, agentAt)
                        .map(agent -> new Hello(payload.getLongLE(from), key.get(), agent))
                : Optional.empty();
    }

    @Override
    public FrameType type() {
        return FrameType.HELLO;
    }

    @Override
    public void write(ByteBuf target) {
        byte[] keyBytes = Texts.bytes(key);
        byte[] agentBytes = Texts.bytes(agent);
        target.writeLongLE(features);
        target.writeShortLE(keyBytes.length).writeShortLE(agentBytes.length);
        target.writeBytes(keyBytes).writeBytes(agentBytes);
    }

    /** Without the key, which is a secret. */
    @Override
    public String toString() {
        return "Hello[features=" + features + ", agent=" + agent + "]";
    }
}
