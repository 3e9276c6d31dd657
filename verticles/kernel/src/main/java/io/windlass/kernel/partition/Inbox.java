package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import java.util.ArrayDeque;
import java.util.List;

/** The commands that wait for their decision, in order, and not too many of them. */
final class Inbox {
    private static final int GROUP = 32;

    private final int capacity;
    private final long bytesMax;
    private final ArrayDeque<Waiting<?>> waiting = new ArrayDeque<>();

    private long bytes;

    /** Nobody reads it: it keeps the touching from being left out. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    Inbox(int capacity, long bytesMax) {
        this.capacity = capacity;
        this.bytesMax = bytesMax;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    Waiting<?> next() {
        Waiting<?> next = waiting.remove();
        bytes -= next.command().bytes();
        return next;
    }

    /**
     * Brings near what the next commands will look up.
     *
     * @return how many commands that were, at most {@link #GROUP}
     */
    int touch() {
        touched += waiting.stream().limit(GROUP).mapToLong(Waiting::touch).sum();
        touched += waiting.stream().limit(GROUP).mapToLong(Waiting::touchBehind).sum();
        return Math.min(GROUP, waiting.size());
    }

    /** Takes a command in, or refuses it because there is no room. */
    void add(Waiting<?> command) {
        if (waiting.size() >= capacity || bytes >= bytesMax) {
            refuse(command, Reason.OVERLOADED, "too many commands wait for a decision");
            return;
        }
        waiting.add(command);
        bytes += command.command().bytes();
    }

    /** Takes commands in before all others, in their order. */
    void addFirst(List<Waiting<?>> commands) {
        for (int i = commands.size() - 1; i >= 0; i--) {
            waiting.addFirst(commands.get(i));
            bytes += commands.get(i).command().bytes();
        }
    }

    /** Refuses all commands that came before a moment. */
    void expire(long before, Reason reason, String detail) {
        while (!waiting.isEmpty() && waiting.peek().since() - before < 0) {
            refuse(next(), reason, detail);
        }
    }

    /** Refuses everything. */
    void clear(Reason reason, String detail) {
        while (!waiting.isEmpty()) {
            refuse(next(), reason, detail);
        }
    }

    private static void refuse(Waiting<?> command, Reason reason, String detail) {
        Answer answer = new Unavailable(reason, detail);
        command.onReply().accept(Reply.of(answer));
    }
}
