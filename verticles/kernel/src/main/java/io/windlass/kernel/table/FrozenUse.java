package io.windlass.kernel.table;

/** Whether somebody may still read a frozen table. Used on the loop of its table only. */
final class FrozenUse {
    private boolean isOver;

    void end() {
        isOver = true;
    }

    boolean isOver() {
        return isOver;
    }
}
