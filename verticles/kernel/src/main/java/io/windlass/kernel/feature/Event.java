package io.windlass.kernel.feature;

import io.windlass.base.wire.Sink;

/**
 * A fact: what has happened, with the command that caused it. Immutable, deterministic, versioned.
 *
 * @param <S> the state of the feature
 */
public interface Event<S> {
    /** The message number, unique over all features, never reused. */
    int type();

    /** Writes the body that {@link MessageType#read} of this type reads. */
    void write(Sink sink);

    /** Changes the state's rows. Cannot fail: everything was checked when it was decided. */
    void evolve(S state, Moment moment);

    /** What the sender of the command is told, from the event and rows that never change. */
    Answer answer(S state, Moment moment);

    /** The command that caused this event, as it was decided on the state before it. */
    Command<S> cause(S state);
}
