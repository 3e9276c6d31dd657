package io.windlass.kernel.feature;

import java.util.List;

/**
 * What a command came to.
 *
 * @param <S> the state of the feature
 */
public sealed interface Outcome<S> {
    /**
     * Something is written to the log: facts, or a refusal that is final for the command's id. The
     * last event makes the answer.
     *
     * @param events at least one; all stand in the same frame
     */
    record Logged<S>(List<Event<S>> events) implements Outcome<S> {}

    /**
     * The id was decided before; a {@link Recalling} command answers from that event.
     *
     * @param sequence where the first decision is logged
     */
    record Recalled<S>(long sequence) implements Outcome<S> {}

    /** Nothing is logged; the answer holds for the rows the decision saw. */
    record Answered<S>(Answer answer) implements Outcome<S> {}

    /** One fact. */
    static <S> Outcome<S> logged(Event<S> event) {
        return new Logged<>(List.of(event));
    }

    /** An answer that logs nothing. */
    static <S> Outcome<S> answered(Answer answer) {
        return new Answered<>(answer);
    }
}
