package io.windlass.edge.node;

import io.vertx.core.internal.ContextInternal;
import io.windlass.kernel.partition.Reply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The way back to whoever called: one mailbox for each calling loop. */
final class Callers {
    private final Map<ContextInternal, Mailbox<Runnable>> mailboxes = new ConcurrentHashMap<>();

    /**
     * Carries a reply back to the loop that makes this call, together with others; one that is made
     * on that loop is there already.
     */
    Consumer<Reply> home(Consumer<Reply> onReply) {
        ContextInternal caller = caller();
        Mailbox<Runnable> home = home(caller);
        return reply -> {
            if (caller.nettyEventLoop().inEventLoop()) {
                onReply.accept(reply);
            } else {
                home.put(() -> onReply.accept(reply));
            }
        };
    }

    /** The mailbox of the loop that makes this call. */
    Mailbox<Runnable> home() {
        return home(caller());
    }

    private Mailbox<Runnable> home(ContextInternal caller) {
        Mailbox<Runnable> mailbox = mailboxes.get(caller);
        return mailbox == null ? mailboxes.computeIfAbsent(caller, Callers::mailboxOf) : mailbox;
    }

    /** Vert.x gives every request a context of its own: the way back is the loop below them. */
    private static ContextInternal caller() {
        return ContextInternal.current().unwrap();
    }

    private static Mailbox<Runnable> mailboxOf(ContextInternal context) {
        return new Mailbox<>(
                new ContextLoop(context), Long.MAX_VALUE, reply -> 0, Runnable::run, () -> {});
    }
}
