package io.windlass.perf.demo;

/**
 * What came of a request.
 *
 * @param kind how it ended
 * @param code the problem's code; empty if there is none
 */
record Verdict(Kind kind, String code) {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int STORAGE_FULL = 507;

    /** The ends. */
    enum Kind {
        /** Done, now. */
        ACCEPTED,
        /** Answered before, with yes or no; nothing moved now. */
        REPLAYED,
        /** Told no. */
        REFUSED,
        /** The line cannot be read by the node. */
        MALFORMED,
        /** Nobody answered for long, or the disk is full. */
        UNDELIVERED
    }

    /** What an answer that will not change says. */
    static Verdict of(int status, boolean replay, String code) {
        if (replay) {
            return new Verdict(Kind.REPLAYED, code);
        }
        return switch (status) {
            case BAD_REQUEST, TOO_LARGE -> new Verdict(Kind.MALFORMED, code);
            case STORAGE_FULL -> new Verdict(Kind.UNDELIVERED, code);
            default -> new Verdict(status < BAD_REQUEST ? Kind.ACCEPTED : Kind.REFUSED, code);
        };
    }

    /** Whether the node may answer otherwise later: it is full, starting, failing, or unsure. */
    static boolean isPassing(int status) {
        return switch (status) {
            case 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }
}
