package io.windlass.edge.node;

import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.Reply;
import java.util.function.Consumer;

/**
 * One command on its way to its partition.
 *
 * @param feature whose command it is
 * @param command the command
 * @param onReply who asked
 */
record Submission<S>(Feature<S> feature, Command<S> command, Consumer<Reply> onReply)
        implements Errand {
    @Override
    public void run(Partition partition) {
        partition.submit(feature, command, onReply);
    }

    @Override
    public int bytes() {
        return command.bytes();
    }
}
