package io.windlass.edge.http;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Unavailable;
import java.util.Optional;

/** What a node knows of itself; the server fills it in. Any thread. */
public interface NodeStatus {
    /** The version of the node's software. */
    String version();

    /** What {@code GET /v1/info} says. */
    Document info();

    /** Why the node cannot serve yet or any more; empty when it is ready. */
    Optional<Unavailable> trouble();
}
