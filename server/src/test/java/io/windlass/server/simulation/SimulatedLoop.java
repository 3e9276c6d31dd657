package io.windlass.server.simulation;

import io.windlass.kernel.port.Loop;
import java.util.function.BooleanSupplier;

/** One thread of a simulated process: in order, each task after a drawn delay, until it dies. */
final class SimulatedLoop implements Loop {
    private final Scheduler scheduler;
    private final Chance chance;
    private final long delayMaxNanos;
    private final BooleanSupplier alive;
    private long busyUntil;

    SimulatedLoop(Scheduler scheduler, Chance chance, long delayMaxNanos, BooleanSupplier alive) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.delayMaxNanos = delayMaxNanos;
        this.alive = alive;
    }

    @Override
    public void execute(Runnable task) {
        busyUntil = Math.max(busyUntil, scheduler.now() + chance.nanos(delayMaxNanos));
        scheduler.at(busyUntil, () -> runIfAlive(task));
    }

    @Override
    public void schedule(Runnable task, long delayNanos) {
        scheduler.after(delayNanos, () -> runIfAlive(() -> execute(task)));
    }

    private void runIfAlive(Runnable task) {
        if (alive.getAsBoolean()) {
            task.run();
        }
    }
}
