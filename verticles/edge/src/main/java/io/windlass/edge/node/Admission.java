package io.windlass.edge.node;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the commands that were taken in and have no answer yet, and takes no more than so many.
 *
 * <p>Whatever a command waits in on its way (mailboxes, inbox, frames in flight, the way home) is
 * bounded by this. Any thread.
 */
final class Admission {
    private final AtomicInteger open = new AtomicInteger();
    private final int max;

    Admission(int max) {
        this.max = max;
    }

    /** Whether nothing would be taken in now. */
    boolean isFull() {
        return open.get() >= max;
    }

    /**
     * Takes commands in, all or none. A batch that comes before the last place is taken may exceed
     * the bound by its size, and so may each of several threads at once.
     */
    boolean enter(int commands) {
        if (isFull()) {
            return false;
        }
        open.addAndGet(commands);
        return true;
    }

    /** Commands that entered have got their answers. */
    void leave(int commands) {
        open.addAndGet(-commands);
    }
}
