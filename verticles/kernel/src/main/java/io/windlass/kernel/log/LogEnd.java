package io.windlass.kernel.log;

/**
 * Where a recovered log ends and appending goes on.
 *
 * @param segment the segment to go on in; 0 if there is none yet
 * @param offset the first free byte in it
 * @param index the index of the last frame, 0 if there is none
 * @param commitIndex the newest commit index known
 */
public record LogEnd(long segment, long offset, long index, long commitIndex) {}
