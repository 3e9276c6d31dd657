package io.windlass.perf.demo;

/** A line of the file, read. */
sealed interface Line {
    /** Its number in the file, from 1. */
    long number();

    /**
     * A transfer; its values are as they were written, the node judges them.
     *
     * @param id counts within the payer
     */
    record Transfer(long number, String from, String to, String amount, String currency, String id)
            implements Line {}

    /**
     * Something else.
     *
     * @param reason for people
     */
    record Unreadable(long number, String reason) implements Line {}
}
