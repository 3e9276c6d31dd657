package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;

/**
 * What a frame says. Each has a {@code read} for the payload of its type, which is empty if the
 * bytes are not laid out like it.
 *
 * <p>What clients send has to be exact to the byte. What nodes send may get fields behind the
 * others without a new version, so readers of that pass over bytes they do not know.
 */
sealed interface Payload
        permits Hello,
                HelloReply,
                Call,
                CallReply,
                Transfers,
                TransfersReply,
                Resolve,
                ResolveReply,
                Credit,
                GoAway,
                Moved,
                Breach {
    /** Of the frame that carries it. */
    FrameType type();

    /** How many items it has; 0 for a type without items. */
    default int itemCount() {
        return 0;
    }

    /** Appends its bytes. */
    void write(ByteBuf target);
}
