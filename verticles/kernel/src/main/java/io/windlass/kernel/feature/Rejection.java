package io.windlass.kernel.feature;

import java.util.Locale;

/**
 * A reason to refuse, one constant of a feature's enum in order of precedence.
 *
 * <p>The constant's name in lower case with hyphens is the error code of the API, for ever.
 */
public interface Rejection {
    /** The constant's name; every enum has it. */
    String name();

    /** The HTTP status it is shown with: 403, 404, 409, 410, 422 or 501. */
    int status();

    /**
     * What stands for it in the result of a packed command: below 1,024 if it is no feature's, from
     * there on unique over all features; never reused.
     */
    int number();

    /** One line for people. */
    String title();

    /** What the client should do. */
    Retry retry();

    /** True if the refusal is logged and stands for the command's id for ever. */
    boolean isFinal();

    /** The error code, for example {@code insufficient-funds}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a client should do about a refusal. */
    enum Retry {
        /** Nothing: the same request will always be refused. */
        NEVER,
        /** Send the same request with the same id again. */
        SAME_ID,
        /** Another attempt is another command: use a new id. */
        NEW_ID,
        /** Try later. */
        LATER;

        /** The word in the problem document. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
