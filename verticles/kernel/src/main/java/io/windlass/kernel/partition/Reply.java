package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Answer;

/**
 * An answer with where in the log it stands. Immutable, so it may cross threads.
 *
 * @param answer what to tell the client
 * @param position the newest position the answer depends on, {@code <partition>:<sequence>};
 *     several of them separated by commas; empty if no partition was asked
 * @param replayed true if the command had been decided before under the same id
 */
public record Reply(Answer answer, String position, boolean replayed) {
    /** A reply that no partition made. */
    public static Reply of(Answer answer) {
        return new Reply(answer, "", false);
    }
}
