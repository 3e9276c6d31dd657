package io.windlass.kernel.feature;

/**
 * What a question came to.
 *
 * @param <S> the state of the feature
 */
public sealed interface Finding<S> {
    /** The answer. */
    record Found<S>(Answer answer) implements Finding<S> {}

    /**
     * The answer is made from an event, which the kernel reads from the log first.
     *
     * @param sequence where it is logged
     * @param reader makes the answer, on the partition's loop
     */
    record Logged<S>(long sequence, EventReader<S> reader) implements Finding<S> {}

    /** Makes an answer of a logged event. */
    @FunctionalInterface
    interface EventReader<S> {
        /** The answer; {@code moment} is where and when the event stands. */
        Answer read(S committed, Event<S> event, Moment moment);
    }
}
