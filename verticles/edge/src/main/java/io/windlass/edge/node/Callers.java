package io.windlass.edge.node;

import io.vertx.core.internal.ContextInternal;
import io.windlass.kernel.partition.Reply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The way back to whoever called: one mailbox for each calling loop. */
final class Callers {
    private final Map<ContextInternal, Mailbox<Runnable>> mailboxes = new ConcurrentHashMap<>();

    /** Carries a reply back to the loop that makes this call, together with others. */
    Consumer<Reply> home(Consumer<Reply> onReply) {
        Mailbox<Runnable> home = home();
        return reply -> home.put(() -> onReply.accept(reply));
    }

    /** The mailbox of the loop that makes this call. */
    Mailbox<Runnable> home() {
        // Vert.x gives every request a context of its own: the way back is the loop below them.
        ContextInternal caller = ContextInternal.current().unwrap();
        Mailbox<Runnable> mailbox = mailboxes.get(caller);
        return mailbox == null ? mailboxes.computeIfAbsent(caller, Callers::mailboxOf) : mailbox;
    }

    private static Mailbox<Runnable> mailboxOf(ContextInternal context) {
        return new Mailbox<>(
                new ContextLoop(context), Long.MAX_VALUE, reply -> 0, Runnable::run, () -> {});
    }
}
