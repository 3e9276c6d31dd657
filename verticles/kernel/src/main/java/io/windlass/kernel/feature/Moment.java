package io.windlass.kernel.feature;

/**
 * Where and when an event stands in the log.
 *
 * @param partition the partition's number
 * @param sequence the event's number in its partition, from 1, without gaps
 * @param timeNanos the time of its frame, nanoseconds since 1970-01-01T00:00:00Z
 */
public record Moment(int partition, long sequence, long timeNanos) {
    /** The position as clients see it: {@code <partition>:<sequence>}. */
    public String position() {
        return position(sequence);
    }

    /** The position of another event of the same partition. */
    public String position(long otherSequence) {
        return partition + ":" + otherSequence;
    }
}
