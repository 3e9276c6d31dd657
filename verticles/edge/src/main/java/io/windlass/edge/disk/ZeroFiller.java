package io.windlass.edge.disk;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background thread that fills files, one after another and one step at a time, slowly enough
 * that the syncs of the writers do not feel it.
 */
final class ZeroFiller implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ZeroFiller.class);

    private final long nanosPerStep;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ZeroFill> waiting = new ArrayDeque<>();
    private final Thread thread = new Thread(this::work, "windlass-fill");
    private boolean closed;

    /**
     * A filler that writes at most this many bytes a second while one file waits. When writers use
     * more than that, more files come to wait: with two it is four times as fast, with three nine
     * times, so that no writer has to fill for itself.
     */
    ZeroFiller(long bytesPerSecond) {
        nanosPerStep = ZeroFill.STEP_BYTES * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
        thread.setDaemon(true);
        thread.start();
    }

    /** Fills a file before all others: somebody writes to it. */
    void addFirst(ZeroFill fill) {
        change(() -> waiting.addFirst(fill));
    }

    /** Fills a file when the others are full. */
    void addLast(ZeroFill fill) {
        change(() -> waiting.addLast(fill));
    }

    /** Waits until nothing is left to fill. */
    void awaitIdle() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!waiting.isEmpty()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Stops after the step in progress and waits for that. */
    @Override
    public void close() throws IOException {
        change(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the filling stops", e);
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        lock.lock();
        try {
            while (!closed) {
                if (waiting.isEmpty()) {
                    changed.awaitUninterruptibly();
                } else {
                    fillOneStep(waiting.peekFirst());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void fillOneStep(ZeroFill fill) {
        long files = waiting.size();
        long next = System.nanoTime() + nanosPerStep / (files * files);
        lock.unlock();
        boolean more;
        try {
            more = stepOf(fill);
        } finally {
            lock.lock();
        }
        if (!more) {
            waiting.remove(fill);
            changed.signalAll();
        }
        pauseUntil(next);
    }

    private static boolean stepOf(ZeroFill fill) {
        try {
            return fill.step();
        } catch (IOException e) {
            // The filling keeps the failure for the writer that comes to need the space.
            LOG.warn("filling a file ahead failed", e);
            return false;
        }
    }

    private void pauseUntil(long deadlineNanos) {
        try {
            long left = deadlineNanos - System.nanoTime();
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Nobody but close() ends this thread, and that sets a flag.
            LOG.debug("an interrupt of the filling thread is ignored", e);
        }
    }
}
