package io.windlass.kernel.feature;

import java.util.Optional;

/**
 * A kind of commands that the binary port takes packed, as data.
 *
 * @param number of the frames that carry them, unique over all features; never reused
 * @param access what a key must be allowed to do
 * @param commandBytes the size of each command
 * @param resultBytes the size of each result
 * @param opener makes commands of bytes
 * @param resolver asks for the handle that stands for a name in such commands
 * @param <S> the state of the feature
 */
public record PackedKind<S>(
        int number,
        Endpoint.Scope access,
        int commandBytes,
        int resultBytes,
        Opener<S> opener,
        Resolver<S> resolver) {

    /** Makes commands of the bytes of a frame. */
    @FunctionalInterface
    public interface Opener<S> {
        /**
         * The commands that lie in {@code bytes} one behind the other; empty if a field that has to
         * be 0 is not, or a number in it means nothing.
         *
         * @param caller whose commands they are
         * @param bytes a multiple of {@link PackedKind#commandBytes}; theirs from now on
         */
        Optional<Packed<S>> open(Caller caller, byte[] bytes);
    }

    /** Asks for the handle of a name. */
    @FunctionalInterface
    public interface Resolver<S> {
        /**
         * The question, whose answer has the number {@code handle}, and the number {@code detail}:
         * eight bytes that clients need to use it. A name that nothing has is refused.
         */
        Verb.Inquiry<S> handleOf(int tenant, String name);
    }

    /**
     * Whose commands they are.
     *
     * @param tenant of the caller's key
     * @param reads whether the caller may read, and so know of accounts that are not its own
     */
    public record Caller(int tenant, boolean reads) {}
}
