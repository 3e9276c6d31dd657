package io.windlass.edge.node;

import io.vertx.core.Vertx;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Survey;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Alignment;
import io.windlass.kernel.partition.Replies;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A node's partitions behind one door: finds the partition, carries requests there and replies
 * back.
 */
public final class NodeService implements Service {
    private final Vertx vertx;
    private final SharedTables sharedTables = new SharedTables();
    private final Callers callers = new Callers();
    private Map<String, List<PartitionVerticle>> groups = Map.of();
    private Admission admission = new Admission(0);
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
        long commands =
                partitionsByGroup.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(partition -> partition.settings().limits().inboxCommands())
                        .sum();
        admission = new Admission((int) Math.min(commands, Integer.MAX_VALUE / 2));
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Takes note of a shared table that a partition has committed. */
    public void published(int partition, SharedTable table) {
        sharedTables.published(partition, table);
    }

    /**
     * Makes the shared tables of a feature alike in all partitions.
     *
     * @param done told whether they are, or one of them could not take a change now
     */
    public void align(Feature<?> feature, Consumer<Boolean> done) {
        Alignment.start(feature, groups.get(feature.group()), done);
    }

    @Override
    public boolean isFull() {
        return open && admission.isFull();
    }

    @Override
    public <T extends SharedTable> T shared(Class<T> type) {
        return sharedTables.get(type);
    }

    @Override
    public <S> void call(
            Feature<S> feature, Verb<S> verb, Request request, Consumer<Reply> onReply) {
        if (!open) {
            onReply.accept(starting());
            return;
        }
        if (verb instanceof Verb.Submit<S> submit) {
            submit(feature, submit.reader().read(request), onReply);
        } else if (verb instanceof Verb.Ask<S> ask) {
            ask(feature, ask.reader().read(request), onReply);
        } else {
            Survey<?> survey = ((Verb.Scan<S>) verb).survey().apply(request);
            List<PartitionVerticle> partitions = groups.get(feature.group());
            new ScanRun<>(vertx, survey, partitions).start(callers.home(onReply));
        }
    }

    @Override
    public <S> void callAll(
            Feature<S> feature,
            Verb.Submit<S> verb,
            List<Read<Request>> requests,
            Consumer<List<Reply>> onReplies) {
        Mailbox<Runnable> home = callers.home();
        if (!open) {
            home.put(() -> onReplies.accept(Collections.nCopies(requests.size(), starting())));
            return;
        }
        List<PartitionVerticle> partitions = groups.get(feature.group());
        BatchRun<S> run = new BatchRun<>(feature, partitions, requests.size());
        for (Read<Request> read : requests) {
            run.add(
                    read instanceof Read.Good<Request> good
                            ? verb.reader().read(good.value())
                            : new Read.Bad<>(((Read.Bad<Request>) read).why()));
        }
        if (!admission.enter(requests.size())) {
            home.put(() -> onReplies.accept(Collections.nCopies(requests.size(), full())));
            return;
        }
        run.start(
                home,
                replies -> {
                    admission.leave(replies.size());
                    onReplies.accept(replies);
                });
    }

    @Override
    public <S> void callPacked(Feature<S> feature, PackedCommands<S> packed, Runnable onDone) {
        Mailbox<Runnable> home = callers.home();
        if (!open) {
            PackedCall.refuse(packed, starting().answer());
            home.put(onDone);
            return;
        }
        if (!admission.enter(packed.count())) {
            PackedCall.refuse(packed, full().answer());
            home.put(onDone);
            return;
        }
        new PackedCall<>(feature, packed, groups.get(feature.group()))
                .start(
                        home,
                        () -> {
                            admission.leave(packed.count());
                            onDone.run();
                        });
    }

    private <S> void submit(
            Feature<S> feature, Read<Verb.Intent<S>> read, Consumer<Reply> onReply) {
        if (read instanceof Read.Bad<Verb.Intent<S>> bad) {
            onReply.accept(Reply.of(bad.why()));
            return;
        }
        if (!admission.enter(1)) {
            onReply.accept(full());
            return;
        }
        Consumer<Reply> leaving =
                reply -> {
                    admission.leave(1);
                    onReply.accept(reply);
                };
        Verb.Intent<S> intent = ((Read.Good<Verb.Intent<S>>) read).value();
        Consumer<Reply> home = callers.home(leaving);
        Consumer<Reply> then =
                intent.route().target() == Route.Target.SHARED
                        ? reply -> afterSharedChange(feature, reply, home)
                        : home;
        deliver(
                feature,
                intent.route(),
                new Submission<>(feature, intent.command(), then),
                leaving);
    }

    private <S> void ask(Feature<S> feature, Read<Verb.Inquiry<S>> read, Consumer<Reply> onReply) {
        if (read instanceof Read.Bad<Verb.Inquiry<S>> bad) {
            onReply.accept(Reply.of(bad.why()));
        } else {
            ask(feature, ((Read.Good<Verb.Inquiry<S>>) read).value(), onReply);
        }
    }

    @Override
    public <S> void ask(Feature<S> feature, Verb.Inquiry<S> inquiry, Consumer<Reply> onReply) {
        if (!open) {
            onReply.accept(starting());
            return;
        }
        Consumer<Reply> home = callers.home(onReply);
        deliver(
                feature,
                inquiry.route(),
                partition -> partition.ask(feature, inquiry.question(), home),
                onReply);
    }

    private <S> void afterSharedChange(Feature<S> feature, Reply reply, Consumer<Reply> home) {
        if (reply.answer() instanceof Answer.Accepted) {
            align(feature, everywhere -> home.accept(everywhere ? reply : halfWay()));
        } else {
            home.accept(reply);
        }
    }

    private static Reply halfWay() {
        return Replies.unavailable(
                Reason.OUTCOME_UNKNOWN,
                "the change has not reached every partition yet; the same request completes it");
    }

    private void deliver(Feature<?> feature, Route route, Errand errand, Consumer<Reply> onReply) {
        List<PartitionVerticle> partitions = groups.get(feature.group());
        OptionalInt target = route.partition(partitions.size());
        if (target.isEmpty()) {
            onReply.accept(
                    Reply.of(Answer.rejected(RoutingRejection.NOT_SUPPORTED_ACROSS_PARTITIONS)));
        } else if (!partitions.get(target.getAsInt()).send(errand)) {
            onReply.accept(full());
        }
    }

    private static Reply starting() {
        return Replies.unavailable(Reason.STARTING, "the node is starting");
    }

    private static Reply full() {
        return Replies.unavailable(Reason.OVERLOADED, "the node is full");
    }
}
