package io.windlass.edge.node;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.windlass.kernel.partition.Reply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The way back to whoever called: one mailbox for each calling loop. */
final class Callers {
    private final Map<Context, Mailbox<Runnable>> mailboxes = new ConcurrentHashMap<>();

    /** Carries a reply back to the loop that makes this call, together with others. */
    Consumer<Reply> home(Consumer<Reply> onReply) {
        Mailbox<Runnable> home = home();
        return reply -> home.put(() -> onReply.accept(reply));
    }

    /** The mailbox of the loop that makes this call. */
    Mailbox<Runnable> home() {
        Context caller = Vertx.currentContext();
        Mailbox<Runnable> mailbox = mailboxes.get(caller);
        return mailbox == null ? mailboxes.computeIfAbsent(caller, Callers::mailboxOf) : mailbox;
    }

    private static Mailbox<Runnable> mailboxOf(Context context) {
        return new Mailbox<>(new ContextLoop(context), Integer.MAX_VALUE, Runnable::run, () -> {});
    }
}
