package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Verb;
import java.util.List;
import java.util.function.Consumer;

/** What protocols call: the node's partitions behind one door. Called from any event loop. */
public interface Service extends Published {
    /**
     * Serves a request whose fields have been read.
     *
     * @param onReply called exactly once, on the loop that made the call
     */
    <S> void call(Feature<S> feature, Verb<S> verb, Request request, Consumer<Reply> onReply);

    /**
     * Submits the commands of many requests to one endpoint, those that could be read, each for
     * itself: one message to each partition, one back. Also called from a worker of the loop.
     *
     * @param onReplies called exactly once, on the loop that made the call, with a reply for each
     *     request in the order of the requests
     */
    <S> void callAll(
            Feature<S> feature,
            Verb.Submit<S> verb,
            List<Read<Request>> requests,
            Consumer<List<Reply>> onReplies);

    /**
     * Submits packed commands: one message to each partition, one back. Also called from a worker
     * of the loop.
     *
     * @param onDone called exactly once, on the loop that made the call, when every command has its
     *     result
     */
    <S> void callPacked(Feature<S> feature, PackedCommands<S> packed, Runnable onDone);

    /**
     * Asks a partition.
     *
     * @param onReply called exactly once, on the loop that made the call
     */
    <S> void ask(Feature<S> feature, Verb.Inquiry<S> inquiry, Consumer<Reply> onReply);

    /**
     * Whether every command would be refused as overloaded now: a hint for whoever can refuse a
     * request before reading it; any thread.
     */
    boolean isFull();
}
