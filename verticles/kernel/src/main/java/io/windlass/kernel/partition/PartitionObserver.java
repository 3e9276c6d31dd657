package io.windlass.kernel.partition;

import io.windlass.kernel.feature.SharedTable;

/** What a partition tells the node that hosts it, on the partition's loop. */
public interface PartitionObserver {
    /** The state at a sequence was loaded from a snapshot of so many bytes, in so long. */
    default void restored(long sequence, long bytes, long nanos) {}

    /** A snapshot of the state at a sequence was made: so many bytes, in so long. */
    default void snapshotMade(long sequence, long bytes, long nanos) {}

    /** A snapshot could not be made, or not be used; the log has everything it would have had. */
    default void snapshotFailed(long sequence, Exception why) {}

    /** So many old rows, up to a sequence, stand in a file of their own now; it took so long. */
    default void sealed(int rows, long sequence, long nanos) {}

    /** Old rows could not be put into a file: they stay in memory for now. */
    default void sealingFailed(Exception why) {}

    /** The disk has no space for further frames, or has it again. */
    default void room(boolean enough) {}

    /** The committed rows hold so many bytes of memory; told when that may have changed. */
    default void memory(long bytes) {}

    /** Recovery has read up to {@code index} of at least {@code commitIndex} entries. */
    void recovering(long index, long commitIndex);

    /** Recovery is over: so many frames and events were replayed, behind a snapshot if any. */
    void recovered(long frames, long events);

    /** The partition leads and decides. */
    void ready();

    /** A shared table has changed. */
    void published(SharedTable table);

    /**
     * So many events of a type have committed: told of each in a frame, before {@link #committed}.
     */
    default void counted(int type, int events) {}

    /** A frame has committed: its events, and how long that took from being decided. */
    void committed(int events, long nanos);

    /** So many bytes of frames have become durable with one sync, which took so long. */
    default void synced(long bytes, long nanos) {}

    /** The partition has stopped for good. */
    void failed(Throwable cause);
}
