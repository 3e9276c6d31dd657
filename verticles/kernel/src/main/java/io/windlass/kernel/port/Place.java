package io.windlass.kernel.port;

/**
 * Where a frame stands on disk.
 *
 * @param segment the index of the first frame of its segment, which names the file
 * @param offset the frame's first byte in the file
 */
public record Place(long segment, long offset) {}
