package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Moment;

/**
 * A place in the history of one partition; text only where a client reads it.
 *
 * @param partition the partition's number
 * @param sequence of an event, 0 before the first
 */
public record Position(int partition, long sequence) {
    /** Where a moment stands. */
    public static Position of(Moment moment) {
        return new Position(moment.partition(), moment.sequence());
    }

    /** As clients see it: {@code <partition>:<sequence>}. */
    @Override
    public String toString() {
        return partition + ":" + sequence;
    }
}
