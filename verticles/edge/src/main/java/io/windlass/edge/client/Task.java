package io.windlass.edge.client;

import io.windlass.edge.client.ClientException.Kind;

/** A request with a frame of its own. */
abstract class Task extends Pending implements Reply {
    private boolean isSent;

    /** How many items of credit it takes. */
    int cost() {
        return 1;
    }

    /** Sends it; there is room. */
    final void sendOn(Link link) {
        isSent = true;
        send(link);
    }

    abstract void send(Link link);

    abstract void fail(ClientException why);

    @Override
    final void end(String why) {
        fail(new ClientException(isSent ? Kind.OUTCOME_UNKNOWN : Kind.NOT_EXECUTED, why));
    }
}
