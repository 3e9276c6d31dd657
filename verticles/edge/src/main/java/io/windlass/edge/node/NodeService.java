package io.windlass.edge.node;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Slots;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A node's partitions behind one door: finds the partition, carries requests there and replies
 * back.
 */
public final class NodeService implements Service {
    private final Vertx vertx;
    private final SharedTables sharedTables = new SharedTables();
    private final Map<Context, Mailbox<Runnable>> callers = new ConcurrentHashMap<>();
    private Map<String, List<PartitionVerticle>> groups = Map.of();
    private volatile boolean open;

    /** A door that is still closed. */
    public NodeService(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Opens the door: all partitions are ready and their shared tables alike. */
    public void open() {
        open = true;
    }

    /** Tells which partitions there are, by group in order of number; before {@link #open}. */
    public void host(Map<String, List<PartitionVerticle>> partitionsByGroup) {
        groups = Map.copyOf(partitionsByGroup);
    }

    /** True once requests are served. */
    public boolean isOpen() {
        return open;
    }

    /** Takes note of a shared table that a partition has committed. */
    public void published(int partition, SharedTable table) {
        sharedTables.published(partition, table);
    }

    /** Makes the shared tables of a feature alike in all partitions, then runs an action. */
    public void align(Feature<?> feature, Runnable done) {
        sharedTables.align(feature, groups.get(feature.group()), done);
    }

    @Override
    public <T extends SharedTable> T shared(Class<T> type) {
        return sharedTables.get(type);
    }

    @Override
    public <S> void call(
            Feature<S> feature, Verb<S> verb, Request request, Consumer<Reply> onReply) {
        if (!open) {
            onReply.accept(unavailable(Reason.STARTING, "the node is starting"));
            return;
        }
        if (verb instanceof Verb.Submit<S> submit) {
            submit(feature, submit.reader().read(request), onReply);
        } else if (verb instanceof Verb.Ask<S> ask) {
            ask(feature, ask.reader().read(request), onReply);
        } else {
            Verb.Scan<S> scan = (Verb.Scan<S>) verb;
            List<PartitionVerticle> partitions = groups.get(feature.group());
            new ScanRun<>(vertx, scan.survey().apply(request), partitions).start(home(onReply));
        }
    }

    private <S> void submit(
            Feature<S> feature, Read<Verb.Intent<S>> read, Consumer<Reply> onReply) {
        if (read instanceof Read.Bad<Verb.Intent<S>> bad) {
            onReply.accept(Reply.of(bad.why()));
            return;
        }
        Verb.Intent<S> intent = ((Read.Good<Verb.Intent<S>>) read).value();
        Consumer<Reply> home = home(onReply);
        Consumer<Reply> then =
                intent.route().target() == Route.Target.SHARED
                        ? reply -> afterSharedChange(feature, reply, home)
                        : home;
        deliver(
                feature,
                intent.route(),
                partition -> partition.submit(feature, intent.command(), then),
                onReply);
    }

    private <S> void ask(Feature<S> feature, Read<Verb.Inquiry<S>> read, Consumer<Reply> onReply) {
        if (read instanceof Read.Bad<Verb.Inquiry<S>> bad) {
            onReply.accept(Reply.of(bad.why()));
            return;
        }
        Verb.Inquiry<S> inquiry = ((Read.Good<Verb.Inquiry<S>>) read).value();
        Consumer<Reply> home = home(onReply);
        deliver(
                feature,
                inquiry.route(),
                partition -> partition.ask(feature, inquiry.question(), home),
                onReply);
    }

    private <S> void afterSharedChange(Feature<S> feature, Reply reply, Consumer<Reply> home) {
        if (reply.answer() instanceof Answer.Accepted) {
            align(feature, () -> home.accept(reply));
        } else {
            home.accept(reply);
        }
    }

    private void deliver(
            Feature<?> feature, Route route, Consumer<Partition> task, Consumer<Reply> onReply) {
        Optional<PartitionVerticle> target = target(groups.get(feature.group()), route);
        if (target.isEmpty()) {
            onReply.accept(
                    Reply.of(Answer.rejected(RoutingRejection.NOT_SUPPORTED_ACROSS_PARTITIONS)));
        } else if (!target.get().post(task)) {
            onReply.accept(unavailable(Reason.OVERLOADED, "the node is full"));
        }
    }

    private static Optional<PartitionVerticle> target(
            List<PartitionVerticle> partitions, Route route) {
        if (partitions.size() == 1 || route.target() != Route.Target.IDS) {
            return Optional.of(partitions.get(0));
        }
        int first = index(route, 0, partitions.size());
        for (int i = 1; i < route.ids().size(); i++) {
            if (index(route, i, partitions.size()) != first) {
                return Optional.empty();
            }
        }
        return Optional.of(partitions.get(first));
    }

    private static int index(Route route, int id, int partitions) {
        return Slots.partitionIndex(Slots.of(route.tenant(), route.ids().get(id)), partitions);
    }

    /** Carries a reply back to the loop that made the call, together with others. */
    private Consumer<Reply> home(Consumer<Reply> onReply) {
        Context caller = Vertx.currentContext();
        Mailbox<Runnable> mailbox = callers.get(caller);
        if (mailbox == null) {
            mailbox = callers.computeIfAbsent(caller, NodeService::mailboxOf);
        }
        Mailbox<Runnable> home = mailbox;
        return reply -> home.put(() -> onReply.accept(reply));
    }

    private static Mailbox<Runnable> mailboxOf(Context context) {
        return new Mailbox<>(new ContextLoop(context), Integer.MAX_VALUE, Runnable::run, () -> {});
    }

    private static Reply unavailable(Reason reason, String detail) {
        return Reply.of(new Unavailable(reason, detail));
    }
}
