package io.windlass.kernel.partition;

import io.windlass.kernel.port.World;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Long work of the reader's loop, a step at a time with a short rest behind each: other work of
 * that loop goes on, and where processors are few the loops that answer clients get one at once. A
 * scheduler lets a thread finish its turn of about 3 ms, whatever its priority, and an answer has
 * four threads to wake.
 */
final class SteppedWork {
    private static final long REST_NANOS_MAX = 300_000;

    private final World world;
    private final Step step;
    private final Runnable done;
    private final Consumer<Exception> failed;

    /** A part of the work that takes less than a millisecond of a processor. */
    interface Step {
        /** Does it; false when nothing is left. */
        boolean take() throws IOException;
    }

    /**
     * Work that is not begun.
     *
     * @param done run on the reader's loop behind the last step
     * @param failed told there of what a step threw; no other is taken then
     */
    SteppedWork(World world, Step step, Runnable done, Consumer<Exception> failed) {
        this.world = world;
        this.step = step;
        this.done = done;
        this.failed = failed;
    }

    /** Begins. Any thread. */
    void begin() {
        world.readerLoop().execute(this::next);
    }

    private void next() {
        long begun = world.clock().monotonicNanos();
        try {
            if (!step.take()) {
                done.run();
                return;
            }
        } catch (IOException | RuntimeException e) {
            failed.accept(e);
            return;
        }
        long nanos = world.clock().monotonicNanos() - begun;
        world.readerLoop().schedule(this::next, Math.min(nanos, REST_NANOS_MAX));
    }
}
