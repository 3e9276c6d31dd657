package io.windlass.edge.disk;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The first I/O failure of one file, after which nothing is tried again.
 *
 * <p>The kernel reports a failed write-back to one sync only and may drop the pages; the next sync
 * would return as if they were safe.
 */
final class FailureLatch {
    private final AtomicReference<IOException> first = new AtomicReference<>();

    /** A piece of input or output. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /**
     * Runs the action unless one failed before; the first failure is the cause of all later ones.
     */
    void run(Action action) throws IOException {
        IOException earlier = first.get();
        if (earlier != null) {
            throw new IOException("not tried after an earlier failure: " + earlier, earlier);
        }
        try {
            action.run();
        } catch (IOException failure) {
            first.compareAndSet(null, failure);
            throw failure;
        }
    }
}
