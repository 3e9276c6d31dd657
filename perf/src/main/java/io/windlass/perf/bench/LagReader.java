package io.windlass.perf.bench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads how late a node's loops were, again and again, on a thread of its own. */
final class LagReader implements AutoCloseable {
    private static final String MAXIMUM = "windlass_loop_lag_seconds_max";
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final int STOP_SECONDS = 10;

    /** Two readings in the time for which the node keeps a maximum: none is missed. */
    private static final long EVERY_MILLIS = Pauses.WINDOW_MILLIS * 4 / 10;

    private final Subject subject;
    private final List<Pauses.Lag> lags = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> reading;

    /** Begins with it. */
    LagReader(Subject subject) {
        this.subject = subject;
        this.reading =
                thread.scheduleAtFixedRate(this::read, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** All readings, with one more that is made now. */
    List<Pauses.Lag> lags() {
        read();
        if (reading.isDone()) {
            throw new BenchException("the node did not tell its meters for a while");
        }
        return List.copyOf(lags);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        double seconds = subject.meterMax(MAXIMUM);
        lags.add(new Pauses.Lag(System.currentTimeMillis(), seconds * MILLIS_PER_SECOND));
    }
}
