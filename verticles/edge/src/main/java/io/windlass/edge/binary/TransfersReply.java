package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Results, one behind the other.
 *
 * @param results of all commands of a frame, in any order
 */
record TransfersReply(List<TransferResult> results) implements Payload {

    static Optional<TransfersReply> read(ByteBuf payload) {
        if (payload.readableBytes() % TransferResult.BYTES != 0) {
            return Optional.empty();
        }
        List<TransferResult> results =
                new ArrayList<>(payload.readableBytes() / TransferResult.BYTES);
        for (int at = payload.readerIndex();
                at < payload.writerIndex();
                at += TransferResult.BYTES) {
            results.add(TransferResult.read(payload, at));
        }
        return Optional.of(new TransfersReply(results));
    }

    @Override
    public FrameType type() {
        return FrameType.TRANSFERS_REPLY;
    }

    @Override
    public int itemCount() {
        return results.size();
    }

    @Override
    public void write(ByteBuf target) {
        results.forEach(result -> result.write(target));
    }
}
