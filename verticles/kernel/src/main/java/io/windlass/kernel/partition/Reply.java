package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Moment;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer with where in the log it stands. Immutable, so it may cross threads.
 *
 * @param answer what to tell the client
 * @param positions the newest position of each partition that the answer depends on; none if no
 *     partition was asked
 * @param replayed true if the command had been decided before under the same id
 */
public record Reply(Answer answer, List<Position> positions, boolean replayed) {
    /** A reply that no partition made. */
    public static Reply of(Answer answer) {
        return new Reply(answer, List.of(), false);
    }

    /** A reply that depends on a moment of one partition. */
    public static Reply at(Answer answer, Moment moment) {
        return new Reply(answer, List.of(Position.of(moment)), false);
    }

    /** The positions as clients see them, separated by commas; empty if there is none. */
    public String position() {
        return positions.size() == 1
                ? positions.get(0).toString()
                : positions.stream().map(Position::toString).collect(Collectors.joining(","));
    }
}
