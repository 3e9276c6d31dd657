package io.windlass.kernel.raft;

/**
 * A Raft snapshot: nothing but a position in the log.
 *
 * @param index the entry it stands behind; 0 before the first
 * @param term the entry's term
 * @param sequence the newest sequence up to there
 */
record LogPosition(long index, int term, long sequence) {
    static final LogPosition START = new LogPosition(0, 0, 0);
}
