package io.windlass.kernel.partition;

/**
 * The bounds of one partition's queues and batches.
 *
 * @param inboxCommands how many commands may wait to be decided
 * @param frameEvents how many events a frame holds at most
 * @param frameBytes how many bytes of events a frame holds before no further command joins it
 * @param framesInFlight how many frames may be decided and not committed
 * @param waitNanos how long a command waits for its answer at most, nanoseconds
 */
public record Limits(
        int inboxCommands, int frameEvents, int frameBytes, int framesInFlight, long waitNanos) {
    /** The bounds of a node that was not told otherwise. */
    public static final Limits DEFAULT = new Limits(32_768, 8_192, 1 << 20, 2, 10_000_000_000L);
}
