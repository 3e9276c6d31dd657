package io.windlass.edge.http;

import io.vertx.core.buffer.Buffer;

/** A batch that is one JSON object, once it is read. */
interface ReadBatch {
    /** How many items it has. */
    int count();

    /**
     * Submits its commands.
     *
     * @param onDone called on the connection's event loop when every item has its answer
     */
    void call(Runnable onDone);

    /** Where it stands in the log, as clients read it. */
    String position();

    /** One JSON object with all results. */
    Buffer results();
}
