package io.windlass.server;

import io.windlass.kernel.log.LogSettings;

/** Where the log of a partition is, and how large its frames are. */
public final class PartitionFiles {
    private static final int FRAME_BYTES_MAX = 2 << 20;
    private static final int FRAMES_PER_SEGMENT_MIN = 4;
    private static final int UNSYNCED_FRAMES = 4;

    private PartitionFiles() {}

    /** The log of a partition with segments of a size. */
    static LogSettings log(int partition, int segmentBytes) {
        int frame = frameBytesMax(segmentBytes);
        return new LogSettings(
                "partitions/" + partition, partition, segmentBytes, frame, frame * UNSYNCED_FRAMES);
    }

    /** The log of a partition for a reader, whatever size its segments were made in. */
    public static LogSettings log(int partition) {
        return log(partition, Integer.MAX_VALUE);
    }

    static int frameBytesMax(int segmentBytes) {
        return Math.min(FRAME_BYTES_MAX, segmentBytes / FRAMES_PER_SEGMENT_MIN);
    }
}
