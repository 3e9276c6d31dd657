package io.windlass.kernel.partition;

/**
 * The bounds of one partition's queues and batches.
 *
 * @param inboxCommands how many commands may wait to be decided
 * @param frameEvents how many events a frame holds at most
 * @param frameBytes how many bytes of events a frame holds before no further command joins it
 * @param framesInFlight how many frames may be decided and not committed
 * @param waitNanos how long a command waits for its answer at most, nanoseconds
 * @param state the bounds of its state
 */
public record Limits(
        int inboxCommands,
        int frameEvents,
        int frameBytes,
        int framesInFlight,
        long waitNanos,
        State state) {
    /** The bounds of a node that was not told otherwise. */
    public static final Limits DEFAULT =
            new Limits(32_768, 8_192, 1 << 20, 2, 10_000_000_000L, State.DEFAULT);

    /** About how many bytes a packed command takes, with its result and its place. */
    public static final int PACKED_COMMAND_BYTES = 128;

    /** About how many bytes the waiting commands may hold: 2 KiB each on average. */
    public long inboxBytes() {
        return inboxCommands * 2_048L;
    }

    /** About how many bytes may be on their way to the partition's loop. */
    public long mailboxBytes() {
        return inboxCommands * 1_024L;
    }

    /** How many events commands may look up in the log at once, and as many for questions. */
    public int lookups() {
        return inboxCommands / 4;
    }

    /** How many events may be decided and not committed; their rows are the pending layer. */
    public long pendingEvents() {
        return (long) framesInFlight * frameEvents;
    }

    /** How many bytes of events may be decided and not committed. */
    public long pendingBytes() {
        return (long) framesInFlight * frameBytes;
    }

    /**
     * The bounds of a partition's state.
     *
     * @param snapshotBytes how many bytes of events lie between two snapshots at most
     * @param snapshotEvents how many events lie between two snapshots at most
     * @param tableBytes how much memory the tables may take; beyond three quarters nothing is
     *     opened any more, at all of it nothing is written
     * @param ids of rows that are kept for ever
     */
    public record State(long snapshotBytes, long snapshotEvents, long tableBytes, Ids ids) {
        /** What restarts within a few seconds, and no bound of memory. */
        public static final State DEFAULT = new State(256L << 20, 2_000_000, Long.MAX_VALUE);

        /** Bounds with the usual ones of ids. */
        public State(long snapshotBytes, long snapshotEvents, long tableBytes) {
            this(snapshotBytes, snapshotEvents, tableBytes, Ids.DEFAULT);
        }

        /** From here on nothing is opened any more. */
        public long openingBytes() {
            return tableBytes / 4 * 3;
        }
    }

    /**
     * How many of the rows that are kept for ever (transaction ids) are in memory. All are in files
     * but the newest, which snapshots save; so a snapshot is small, whatever memory holds.
     *
     * @param hot how many of the newest stay in memory though files have them too: what is sent
     *     again soon is found without the disk
     * @param sealed how many a file takes at least, 1 or more
     */
    public record Ids(long hot, int sealed) {
        /** Some minutes of a busy partition, and files of about 60 MB. */
        public static final Ids DEFAULT = new Ids(4_000_000, 1_000_000);
    }
}
