package io.windlass.edge.client;

/** Codes of the protocol that say whether another attempt may do better. */
final class Codes {
    /** Nobody can say yet whether it was executed. */
    static final int OUTCOME_UNKNOWN = 21;

    /** Overloaded, starting, no leader, leader changed: not executed. */
    private static final int NOT_NOW_FIRST = 16;

    private static final int NOT_NOW_LAST = 19;
    private static final int RATE_LIMITED = 23;

    private Codes() {}

    /** Whether the same id may have another answer in a while. */
    static boolean isForAnotherTime(int code) {
        return (code >= NOT_NOW_FIRST && code <= NOT_NOW_LAST)
                || code == RATE_LIMITED
                || code == OUTCOME_UNKNOWN;
    }
}
