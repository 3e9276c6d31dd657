package io.windlass.kernel.partition;

import io.windlass.kernel.port.World;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Long work of the reader's loop, a step at a time with a rest behind each: other work of that loop
 * goes on, and where processors are few the loops that answer clients get one at once. A scheduler
 * lets a thread finish its turn of about 3 ms, whatever its priority, and an answer has four
 * threads to wake.
 *
 * <p>Work that nothing waits behind rests three times as long as it works. The more wait, the
 * shorter the rests are, until there are none: work that comes faster than it is done would take
 * all memory in the end.
 */
final class SteppedWork {
    private static final int REST_FACTOR = 3;
    private static final long REST_NANOS_MAX = 2_000_000;
    private static final long SHORT_REST_NANOS_MAX = 300_000;

    private final World world;
    private final Step step;
    private final IntSupplier waiting;
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
     * @param waiting how many more works like it wait for its end; asked on the reader's loop
     * @param done run on the reader's loop behind the last step
     * @param failed told there of what a step threw; no other is taken then
     */
    SteppedWork(
            World world,
            Step step,
            IntSupplier waiting,
            Runnable done,
            Consumer<Exception> failed) {
        this.world = world;
        this.step = step;
        this.waiting = waiting;
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
        world.readerLoop().schedule(this::next, restNanos(nanos, waiting.getAsInt()));
    }

    /** How long the rest is behind a step of so many nanoseconds. */
    static long restNanos(long nanos, int waiting) {
        return switch (waiting) {
            case 0 -> Math.min(nanos * REST_FACTOR, REST_NANOS_MAX);
            case 1 -> Math.min(nanos, SHORT_REST_NANOS_MAX);
            default -> 0;
        };
    }
}
