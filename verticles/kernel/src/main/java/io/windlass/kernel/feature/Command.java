package io.windlass.kernel.feature;

import io.windlass.base.wire.Sink;

/**
 * An intent: what somebody wants to happen. May be refused.
 *
 * @param <S> the state of the feature
 */
public interface Command<S> {
    /** The message number, unique over all features, never reused. */
    int type();

    /**
     * Whether it adds something that stays (an account): such commands are refused first when the
     * memory of a partition comes to its end.
     */
    default boolean isOpening() {
        return false;
    }

    /** About how much memory it takes while it waits, in bytes. */
    default int bytes() {
        return 512;
    }

    /**
     * Reads what {@link #decide} will look up, and names the keys of ageing tables, see {@link
     * io.windlass.kernel.table.Rows#need}. Called for a few commands before the first of them is
     * decided, so that the waits for memory overlap and old rows are fetched; nothing depends on
     * the result, but {@link #decide} asks ageing tables for no key that was not named here or in
     * {@link #touchBehind}.
     */
    default long touch(S state) {
        return 0;
    }

    /** The same for what is found by way of that, once all of it is near. */
    default long touchBehind(S state) {
        return 0;
    }

    /** Writes the canonical form that {@link MessageType#read} of this type reads. */
    void write(Sink sink);

    /**
     * Decides what happens, as a page of early returns with refusals in published order. Reads rows
     * by key, changes nothing. Deterministic.
     *
     * @param moment when, and the sequence the first event would get
     */
    Outcome<S> decide(S state, Moment moment);
}
