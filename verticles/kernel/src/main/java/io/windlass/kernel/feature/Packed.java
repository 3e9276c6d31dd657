package io.windlass.kernel.feature;

/**
 * Packed commands that came as bytes and are answered with bytes.
 *
 * @param <S> the state of the feature
 */
public interface Packed<S> extends PackedCommands<S> {
    /** The results so far: as many bytes for each command as its {@link PackedKind} says. */
    byte[] results();
}
