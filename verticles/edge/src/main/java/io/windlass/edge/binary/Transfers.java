package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commands, one behind the other.
 *
 * @param commands in the order in which their results name them
 */
record Transfers(List<TransferCommand> commands) implements Payload {

    static Optional<Transfers> read(ByteBuf payload) {
        List<TransferCommand> commands =
                new ArrayList<>(payload.readableBytes() / TransferCommand.BYTES);
        for (int at = payload.readerIndex();
                at < payload.writerIndex();
                at += TransferCommand.BYTES) {
            if (at + TransferCommand.BYTES > payload.writerIndex()
                    || !TransferCommand.isSound(payload, at)) {
                return Optional.empty();
            }
            commands.add(TransferCommand.read(payload, at));
        }
        return Optional.of(new Transfers(commands));
    }

    @Override
    public FrameType type() {
        return FrameType.TRANSFERS;
    }

    @Override
    public int itemCount() {
        return commands.size();
    }

    @Override
    public void write(ByteBuf target) {
        commands.forEach(command -> command.write(target));
    }
}
