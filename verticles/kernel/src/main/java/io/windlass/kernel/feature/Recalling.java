package io.windlass.kernel.feature;

/**
 * A command with an id that has been decided before and is answered from the first decision.
 *
 * @param <S> the state of the feature
 */
public interface Recalling<S> {
    /**
     * The answer to a repeated id, made from the event that the first use logged: the first answer
     * again, or the refusal of another body under the same id.
     *
     * @param first the event as read back from the log
     * @param moment when and where {@code first} was logged
     */
    Answer recall(S state, Event<S> first, Moment moment);
}
