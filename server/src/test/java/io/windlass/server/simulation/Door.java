package io.windlass.server.simulation;

import io.windlass.edge.node.RoutingRejection;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.feature.contract.ReadRequest;
import io.windlass.kernel.partition.Alignment;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.Replies;
import io.windlass.kernel.partition.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What an edge does: reads the fields of a call as the endpoint declares them, finds its partition
 * and passes it on. A change of a shared table is told when all partitions have it.
 */
final class Door<S> {
    private final Feature<S> feature;
    private final List<Life> lives;
    private final PackedDoor<S> packed;
    private final Map<String, Endpoint<S>> endpoints = new HashMap<>();

    Door(Feature<S> feature, List<Life> lives) {
        this.feature = feature;
        this.lives = lives;
        this.packed = new PackedDoor<>(feature, lives);
        for (Endpoint<S> endpoint : feature.endpoints()) {
            endpoints.put(endpoint.method() + " " + endpoint.path(), endpoint);
        }
    }

    /** Makes the shared tables alike in all partitions. */
    void align(Consumer<Boolean> done) {
        Alignment.start(feature, lives, done);
    }

    void call(SharedTable shared, Call call, Consumer<Reply> onReply) {
        if (call.is(Call.RESOLVE)) {
            ask(packed.handleOf(call.text("account_id")), onReply);
            return;
        }
        Endpoint<S> endpoint = endpoints.get(call.endpoint());
        Request request = good(ReadRequest.read(0, shared, endpoint.fields(), call.fields()), call);
        if (endpoint.verb() instanceof Verb.Submit<S> submit) {
            Verb.Intent<S> intent = good(submit.reader().read(request), call);
            Consumer<Reply> then =
                    intent.route().target() == Route.Target.SHARED
                            ? reply -> everywhere(reply, onReply)
                            : onReply;
            deliver(
                    intent.route(),
                    partition -> partition.submit(feature, intent.command(), then),
                    onReply);
        } else {
            ask(good(((Verb.Ask<S>) endpoint.verb()).reader().read(request), call), onReply);
        }
    }

    private void ask(Verb.Inquiry<S> inquiry, Consumer<Reply> onReply) {
        deliver(
                inquiry.route(),
                partition -> partition.ask(feature, inquiry.question(), onReply),
                onReply);
    }

    int send(Batch batch, Consumer<Map<Parcel, Told>> onPart) {
        return packed.send(batch, onPart);
    }

    private void deliver(Route route, Consumer<Partition> task, Consumer<Reply> onReply) {
        OptionalInt target = route.partition(lives.size());
        if (target.isEmpty()) {
            onReply.accept(
                    Reply.of(Answer.rejected(RoutingRejection.NOT_SUPPORTED_ACROSS_PARTITIONS)));
        } else {
            lives.get(target.getAsInt()).post(task);
        }
    }

    private void everywhere(Reply reply, Consumer<Reply> onReply) {
        if (reply.answer() instanceof Answer.Accepted) {
            Reply later = Replies.unavailable(Reason.OUTCOME_UNKNOWN, "not everywhere yet");
            align(all -> onReply.accept(all ? reply : later));
        } else {
            onReply.accept(reply);
        }
    }

    /** The clients here know what they do. */
    private static <T> T good(Read<T> read, Call call) {
        if (read instanceof Read.Bad<T> bad) {
            throw new Violation(call + " was refused by the edge: " + bad.why());
        }
        return ((Read.Good<T>) read).value();
    }
}
