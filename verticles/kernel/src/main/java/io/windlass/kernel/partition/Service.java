package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Verb;
import java.util.function.Consumer;

/** What protocols call: the node's partitions behind one door. Called from any event loop. */
public interface Service {
    /**
     * Serves a request whose fields have been read.
     *
     * @param onReply called exactly once, on the loop that made the call
     */
    <S> void call(Feature<S> feature, Verb<S> verb, Request request, Consumer<Reply> onReply);

    /** The newest shared table of a type that a partition has published; any thread. */
    <T extends SharedTable> T shared(Class<T> type);
}
