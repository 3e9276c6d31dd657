package io.windlass.edge.client;

/** Why a client has no result. Has no stack trace: it is made in answer to what a node says. */
public final class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What it means for what was asked. */
    public enum Kind {
        /** Not sent: as much as the client takes is waiting already; wait for the drain signal. */
        FULL,
        /** Not executed, and the time is up. */
        NOT_EXECUTED,
        /** Executed or not: the time is up, or the connection was lost. The same id may be sent. */
        OUTCOME_UNKNOWN,
        /** No account has the name. */
        UNKNOWN_ACCOUNT,
        /** The node cannot be reached, or does not take this client. */
        NOT_CONNECTED,
        /** The client was closed before it was sent. */
        CLOSED
    }

    ClientException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /** What it means. */
    public Kind kind() {
        return kind;
    }
}
