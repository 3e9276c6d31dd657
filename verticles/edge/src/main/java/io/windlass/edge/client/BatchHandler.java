package io.windlass.edge.client;

import io.windlass.edge.binary.TransferReplies;

/** Who hears what became of a batch: one of the two calls, once. */
public interface BatchHandler {
    /** The results of all its commands, which are there during the call only. */
    void done(TransferReplies results);

    /** There are none; all or some may have been executed if the outcome is unknown. */
    void failed(ClientException why);
}
