package io.windlass.server.simulation;

/** An invariant did not hold. An error, so that nothing on its way takes it for its own. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }

    Violation(String what, Throwable cause) {
        super(what, cause);
    }

    /** Throws unless {@code condition} holds. */
    static void unless(boolean condition, String what) {
        if (!condition) {
            throw new Violation(what);
        }
    }
}
