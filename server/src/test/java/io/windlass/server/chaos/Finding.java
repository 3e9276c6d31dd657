package io.windlass.server.chaos;

/**
 * Something that must not be.
 *
 * @param kind how bad it is
 * @param subject what it is about: an order's id, an account, or the books as a whole
 * @param what a sentence
 */
record Finding(Kind kind, String subject, String what) {

    /** What may go wrong with money. */
    enum Kind {
        /** It was acknowledged and is not there. */
        LOST,
        /** It is there twice, or something is there that nobody ordered. */
        DOUBLED,
        /** A refused order was executed, a balance is off, an answer is not the first one. */
        WRONG
    }

    @Override
    public String toString() {
        return kind + " " + subject + ": " + what;
    }
}
