package io.windlass.kernel.backup;

import java.util.Optional;

/**
 * What was copied of one partition.
 *
 * @param partition its number
 * @param frames how many frames, from the first one on
 * @param sequence of the newest event, 0 if there is none
 * @param snapshot the sequence of the snapshot that was copied with it
 */
public record CopiedPartition(int partition, long frames, long sequence, Optional<Long> snapshot) {}
