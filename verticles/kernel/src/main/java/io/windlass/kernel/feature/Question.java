package io.windlass.kernel.feature;

/**
 * A read of committed rows of one partition.
 *
 * @param <S> the state of the feature
 */
@FunctionalInterface
public interface Question<S> {
    /**
     * Names the rows of ageing tables that it asks for, see {@link
     * io.windlass.kernel.table.Rows#need}. Called before {@link #ask}, as often as rows have to be
     * fetched.
     */
    default void need(S committed) {}

    /** Answers from rows by key, on the partition's loop. */
    Finding<S> ask(S committed, Moment now);
}
