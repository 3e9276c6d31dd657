package io.windlass.kernel.partition;

import io.windlass.kernel.feature.SharedTable;

/** What a partition tells the node that hosts it, on the partition's loop. */
public interface PartitionObserver {
    /** Recovery has read up to {@code index} of at least {@code commitIndex} entries. */
    void recovering(long index, long commitIndex);

    /** Recovery is over: so many frames and events were replayed. */
    void recovered(long frames, long events);

    /** The partition leads and decides. */
    void ready();

    /** A shared table has changed. */
    void published(SharedTable table);

    /** A frame has committed: its events, and how long that took from being decided. */
    void committed(int events, long nanos);

    /** So many bytes of frames have become durable with one sync, which took so long. */
    default void synced(long bytes, long nanos) {}

    /** The partition has stopped for good. */
    void failed(Throwable cause);
}
