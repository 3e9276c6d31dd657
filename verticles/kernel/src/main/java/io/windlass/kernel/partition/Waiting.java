package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import java.util.function.Consumer;

/**
 * A command that waits to be decided.
 *
 * @param hosted its feature
 * @param command the command
 * @param onReply who asked
 * @param since when it came, monotonic nanoseconds
 */
record Waiting<S>(Hosted<S> hosted, Command<S> command, Consumer<Reply> onReply, long since)
        implements Entry {
    @Override
    public int commands() {
        return 1;
    }

    @Override
    public int bytes() {
        return command.bytes();
    }

    @Override
    public void refuse(Answer answer) {
        onReply.accept(Reply.of(answer));
    }

    /** See {@link Command#touch}. */
    long touch() {
        return command.touch(hosted.decided());
    }

    /** See {@link Command#touchBehind}. */
    long touchBehind() {
        return command.touchBehind(hosted.decided());
    }
}
