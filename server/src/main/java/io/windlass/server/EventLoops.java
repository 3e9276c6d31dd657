package io.windlass.server;

/**
 * How many event loops a node has.
 *
 * <p>A loop sleeps when it has nothing to do, and waking it costs more than deciding a transfer:
 * loops of their own for HTTP pay only where there are processors for them, beside one for the
 * threads that wait for the disk. On two processors one loop that did everything took a fifth less
 * processor time for each transfer than two.
 *
 * @param all how many there are
 * @param http how many of them serve HTTP
 * @param isPinned whether the loop and the Raft worker of each partition have a processor of their
 *     own; only where enough are left for everything else
 */
record EventLoops(int all, int http, boolean isPinned) {
    /** Processors for HTTP, the collector, snapshots and whatever else runs on the machine. */
    private static final int UNPINNED_MIN = 2;

    /**
     * The loops of a node.
     *
     * @param wanted loops for HTTP alone; 0 for as many as there are processors to spare, and where
     *     there is none the partitions' own
     */
    static EventLoops of(int wanted, int partitions, int processors) {
        boolean isPinned = processors >= 2 * partitions + UNPINNED_MIN;
        if (wanted > 0) {
            return new EventLoops(partitions + wanted, wanted, isPinned);
        }
        int usable = Math.max(1, processors - 1);
        int spare = usable - partitions;
        if (spare > 0) {
            return new EventLoops(usable, spare, isPinned);
        }
        return new EventLoops(usable, usable, isPinned);
    }
}
