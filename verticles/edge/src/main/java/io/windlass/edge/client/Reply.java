package io.windlass.edge.client;

import io.windlass.edge.binary.CallReply;
import io.windlass.edge.binary.ResolveReply.Handle;
import io.windlass.edge.binary.TransferReplies;
import java.util.List;

/** Who hears what the node answers to a frame: one call, once. */
interface Reply {
    /** To a call. */
    default void called(CallReply reply) {
        lost("the node answers something else");
    }

    /** To transfers; valid during the call. */
    default void transferred(TransferReplies replies) {
        lost("the node answers something else");
    }

    /** To a question for handles. */
    default void resolved(List<Handle> handles) {
        lost("the node answers something else");
    }

    /** There will be no answer. */
    void lost(String why);
}
