package io.windlass.edge.http;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Unavailable;
import java.util.List;
import java.util.Optional;

/** What a node knows of itself; the server fills it in. Any thread. */
public interface NodeStatus {
    /** The version of the node's software. */
    String version();

    /** What {@code GET /v1/info} says. */
    Document info();

    /** The files of the node's console, its page at {@code /} among them. */
    default List<Asset> console() {
        return List.of();
    }

    /** The counters that the console draws, since the node's start. */
    default Document live() {
        return out -> {};
    }

    /** Why the node cannot serve yet or any more; empty when it is ready. */
    Optional<Unavailable> trouble();
}
