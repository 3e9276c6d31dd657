package io.windlass.kernel.archive;

/**
 * What of a table's keys may be in its sealed files, as of one moment. Immutable but for what
 * {@link BlockedFilter} allows; any thread may ask.
 */
public final class Filters {
    /** Nothing has been sealed. */
    public static final Filters NONE = new Filters(new BlockedFilter[0], 0);

    private final BlockedFilter[] chain;
    private final long memoryBytes;

    /**
     * @param memoryBytes of the filters and of all that finds rows in their files
     */
    Filters(BlockedFilter[] chain, long memoryBytes) {
        this.chain = chain;
        this.memoryBytes = memoryBytes;
    }

    /** Whether no key can be in a file. */
    public boolean isEmpty() {
        return chain.length == 0;
    }

    /** How many filters there are. */
    public int size() {
        return chain.length;
    }

    /** False only if the key with this hash is in no file that one filter stands for. */
    public boolean mayHold(int filter, long hash) {
        return chain[filter].mayHold(hash);
    }

    /** Reads what {@link #mayHold} of a key with this hash reads first; it means nothing. */
    public long near(int filter, long hash) {
        return chain[filter].near(hash);
    }

    /** The memory held, in bytes. */
    public long memoryBytes() {
        return memoryBytes;
    }
}
