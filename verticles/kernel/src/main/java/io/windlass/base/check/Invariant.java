package io.windlass.base.check;

/**
 * A bug of ours: a condition that no input, however wrong, can break.
 *
 * <p>The partition that meets one stops and its replica steps down; nothing catches it to go on.
 */
public final class Invariant extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A broken invariant, told in one sentence. */
    public Invariant(String broken) {
        super(broken);
    }

    /** A broken invariant with what showed it. */
    public Invariant(String broken, Throwable cause) {
        super(broken, cause);
    }

    /** Throws unless {@code condition} holds. */
    public static void hold(boolean condition, String broken) {
        if (!condition) {
            throw new Invariant(broken);
        }
    }
}
