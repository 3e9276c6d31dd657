package io.windlass.server.simulation;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Runs many seeds, one on each thread: {@code --seeds N [--seed FIRST]}. */
public final class SimulationMain {
    private static final long SECOND_RUN_EVERY = 50;
    private static final double NANOS_PER_HOUR = 3_600e9;

    private final long firstSeed;
    private final long seeds;
    private final boolean terminal = Boolean.getBoolean("terminal");
    private final ReentrantLock printing = new ReentrantLock();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong virtualNanos = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong boots = new AtomicLong();

    private SimulationMain(long firstSeed, long seeds) {
        this.firstSeed = firstSeed;
        this.seeds = seeds;
    }

    /** Ends with status 1 if a seed failed, 2 if the arguments are wrong. */
    public static void main(String[] arguments) throws InterruptedException {
        long seeds = 1;
        long first = 1;
        for (int i = 0; i < arguments.length; i += 2) {
            boolean known = arguments[i].equals("--seeds") || arguments[i].equals("--seed");
            if (!known || i + 1 == arguments.length) {
                System.err.println("usage: --seeds N [--seed FIRST]");
                System.exit(2);
            }
            long value = Long.parseLong(arguments[i + 1]);
            seeds = arguments[i].equals("--seeds") ? value : seeds;
            first = arguments[i].equals("--seed") ? value : first;
        }
        System.exit(new SimulationMain(first, seeds).run() ? 0 : 1);
    }

    /** A seed's failure; one seed in fifty is run twice and has to do the same again. */
    static Simulation.Result check(long seed) {
        Simulation.Result result = Simulation.run(seed, new Lending.Honest());
        if (result.failure().isEmpty() && seed % SECOND_RUN_EVERY == 0) {
            Simulation.Result again = Simulation.run(seed, new Lending.Honest());
            Violation.unless(
                    again.hash() == result.hash(), "seed " + seed + " has two different runs");
        }
        return result;
    }

    private boolean run() throws InterruptedException {
        long start = System.nanoTime();
        Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(this::work, "seeds-" + i);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double hours = (System.nanoTime() - start) / NANOS_PER_HOUR;
        System.err.printf(
                "%s%d events committed in %d lives%n",
                terminal ? "\r\033[K" : "", events.get(), boots.get());
        System.out.printf(
                Locale.ROOT,
                "seeds=%d failed=%d seeds_per_hour=%.0f simulated_hours=%.2f%n",
                seeds,
                failed.get(),
                seeds / hours,
                virtualNanos.get() / NANOS_PER_HOUR);
        return failed.get() == 0 && done.get() == seeds;
    }

    private void work() {
        for (long i = taken.getAndIncrement(); i < seeds; i = taken.getAndIncrement()) {
            try {
                Simulation.Result result = check(firstSeed + i);
                virtualNanos.addAndGet(result.nanos());
                events.addAndGet(result.events());
                boots.addAndGet(result.boots());
                result.failure().ifPresent(this::tell);
            } catch (AssertionError e) {
                tell(e.getMessage());
            }
            progress(done.incrementAndGet());
        }
    }

    private void tell(String failure) {
        failed.incrementAndGet();
        printing.lock();
        try {
            System.out.println((terminal ? "\r\033[K" : "") + failure);
        } finally {
            printing.unlock();
        }
    }

    private void progress(long count) {
        if (terminal && count % 10 == 0) {
            System.err.printf("\r%d of %d seeds, %d failed", count, seeds, failed.get());
        }
    }
}
