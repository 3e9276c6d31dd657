package io.windlass.kernel.feature;

import java.util.Optional;

/**
 * A command with an id: sent again, it is answered from the event that its first use logged.
 *
 * @param <S> the state of the feature
 */
public interface Recalling<S> {
    /**
     * The refusal of another body under an id that was used before, empty if it is the same command
     * again, which gets the first answer once more.
     *
     * @param first the event as read back from the log
     * @param moment when and where {@code first} was logged
     */
    Optional<Answer> mismatch(S state, Event<S> first, Moment moment);
}
