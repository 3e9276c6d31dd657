/**
 * The log of one partition: frames in preallocated segments, appended by one thread, recovered at
 * start, read back by place.
 *
 * <pre>
 *   segment file, named by the index of its first frame
 *   +----------------+---------+---------+-- ... --+---------+------- zeros -------+
 *   | segment header | frame i | frame   |         | frame j | (prepared)          |
 *   +----------------+---------+---------+-- ... --+---------+---------------------+
 * </pre>
 *
 * <p>Frames are staged, written with one positioned write and made durable with one sync. A frame
 * names the newest commit index known when it was encoded; a small hint file, overwritten after
 * each sync and never synced itself, names the newest of all. Recovery needs them to tell two kinds
 * of damage apart: at or below the newest commit index known the log is <em>damaged in the
 * middle</em> and the replica refuses to start; above it the tail is <em>torn</em> and is cut by
 * zeroing it.
 *
 * <p>Between two syncs at most {@link LogSettings#unsyncedBytesMax} bytes are written, so whatever
 * an interrupted write left behind lies within that distance of the last whole frame.
 */
package io.windlass.kernel.log;
