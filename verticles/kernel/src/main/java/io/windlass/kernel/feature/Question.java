package io.windlass.kernel.feature;

/**
 * A read of committed rows of one partition.
 *
 * @param <S> the state of the feature
 */
@FunctionalInterface
public interface Question<S> {
    /** Answers from rows by key, on the partition's loop. */
    Finding<S> ask(S committed, Moment now);
}
