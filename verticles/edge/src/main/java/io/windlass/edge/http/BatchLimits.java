package io.windlass.edge.http;

/**
 * How much of a batch a node takes.
 *
 * @param bodyBytesMax of a batch that is one JSON object
 * @param itemsMax how many items such a batch may have
 * @param linesMax how many lines a stream may have
 * @param lineBytesMax how long a line may be, without its end
 * @param linesInFlight how many lines of a stream may wait for their results before it is paused
 */
public record BatchLimits(
        int bodyBytesMax, int itemsMax, int linesMax, int lineBytesMax, int linesInFlight) {
    /** The limits of a node that was not told otherwise. */
    public static final BatchLimits DEFAULT =
            new BatchLimits(4 << 20, 8_192, 100_000, 4 << 10, 8_192);
}
