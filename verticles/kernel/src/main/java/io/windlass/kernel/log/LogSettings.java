package io.windlass.kernel.log;

/**
 * Where and how large the log of one partition is.
 *
 * @param directory its directory on the disk
 * @param partition the partition's number, checked against the files
 * @param segmentBytes the size of a segment file, at least 1 MiB
 * @param frameBytesMax the largest frame, at most a quarter of a segment
 * @param unsyncedBytesMax how many bytes are written at most between two syncs
 */
public record LogSettings(
        String directory,
        int partition,
        long segmentBytes,
        int frameBytesMax,
        int unsyncedBytesMax) {
    /** The path of the segment whose first frame has this index. */
    public String path(long segment) {
        return directory + "/" + SegmentHeader.name(segment);
    }
}
