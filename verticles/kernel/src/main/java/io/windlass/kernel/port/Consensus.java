package io.windlass.kernel.port;

/**
 * One member of one partition's replication group.
 *
 * <p>Calls are made from the partition's loop; {@link Listener} is called on it as well.
 */
public interface Consensus {
    /**
     * Starts taking part; the listener hears of recovery's end, commits and leadership.
     *
     * @param from commits up to there are not told
     */
    void start(StartPoint from, Listener listener);

    /**
     * Asks for a frame to be appended to the group's log. It was decided in {@code term}; if it
     * commits in another one it is void. The answer is {@link Listener#committed}, or {@link
     * Listener#refused} when this member cannot append it.
     *
     * @param events count and encoded events; the bytes belong to the log from now on
     */
    void propose(int term, Proposal events);

    /** Stops taking part: what was proposed may still commit, nothing more is proposed. */
    void stop();

    /**
     * A batch of events to be logged as one frame.
     *
     * @param firstSequence the sequence of its first event
     * @param timeNanos the frame's time, nanoseconds since 1970, above every earlier frame's
     * @param count how many events there are, at least 1
     * @param bytes the encoded events, one after the other
     */
    record Proposal(long firstSequence, long timeNanos, int count, byte[] bytes) {}

    /** What the partition is told, in log order, on its loop. */
    interface Listener {
        /**
         * The next valid frame of the log has committed. Void frames are never delivered.
         *
         * @param events its content; the very object that was proposed, if it was proposed here
         * @param place where it stands on disk
         */
        void committed(Proposal events, Place place);

        /**
         * Recovery has read the log up to an index.
         *
         * @param index the newest entry read
         * @param commitIndex the newest commit index known so far, at least that of the last run
         */
        void recovering(long index, long commitIndex);

        /** Everything that was known to be committed before the start has been delivered. */
        void recovered();

        /**
         * This member leads in {@code term}, the term's own first entry has committed, and
         * everything before it has been delivered: it may decide now.
         */
        void leading(int term);

        /**
         * This member does not lead any more: what it decided and has not seen committed is void.
         */
        void following();

        /** A proposal was not appended; everything decided since the last commit is void. */
        void refused();

        /**
         * Whether the disk has space for further frames. Without it nothing more should be
         * proposed: what is in flight still fits. At first it has.
         */
        void room(boolean enough);

        /**
         * So many bytes of frames have become durable with one sync, which took so long. Not on the
         * way of any decision: for meters only.
         */
        default void synced(long bytes, long nanos) {}

        /** The log can take no more: a write or a sync failed, or an invariant broke. Final. */
        void failed(Throwable cause);
    }
}
