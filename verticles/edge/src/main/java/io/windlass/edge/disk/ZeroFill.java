package io.windlass.edge.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/**
 * The filling of one file with zeros, a synced step at a time, by whoever needs it next: the
 * background thread or a writer that has caught up with it.
 */
final class ZeroFill {
    /** One step, in bytes. */
    static final int STEP_BYTES = 1 << 20;

    private static final ByteBuffer ZEROS = WholePages.alignedBuffer(STEP_BYTES).asReadOnlyBuffer();

    private final PageChannel channel;
    private final FailureLatch latch;
    private final long bytes;
    private final End whenEnded;
    private volatile long filled;
    private boolean stopped;
    private boolean failed;

    /**
     * A filling that has come to some extent. A failed sync latches the file, since it may have
     * been the data of its writer; a failed write of zeros only the filling.
     */
    ZeroFill(PageChannel channel, FailureLatch latch, Extent extent, End whenEnded) {
        this.channel = channel;
        this.latch = latch;
        this.filled = extent.filled();
        this.bytes = extent.bytes();
        this.whenEnded = whenEnded;
    }

    /** How much of a file is filled (whole steps, or all of it) and its wanted size, in bytes. */
    record Extent(long filled, long bytes) {
        /** Where a filling that left a file of this length goes on. */
        static Extent after(long length, long bytes) {
            return new Extent(length >= bytes ? bytes : length - length % STEP_BYTES, bytes);
        }

        boolean full() {
            return filled == bytes;
        }
    }

    /** What is done before a step, and when the filling ends by the thread that took the last. */
    interface End {
        /** Fails if so many bytes more would take space that has to stay free. */
        void beforeStep(int bytes) throws IOException;

        /** The file is full. */
        void full() throws IOException;

        /** A step failed for the first time; only a writer that needs the space tries again. */
        void failed() throws IOException;
    }

    /** {@code count} zeros, at most one step. */
    static ByteBuffer zeros(int count) {
        return ZEROS.slice(0, count);
    }

    /** How many bytes from the start are zeros or data, durably. */
    long filled() {
        return filled;
    }

    /**
     * Fills at full speed until {@code end}. A step that failed for want of space is tried again:
     * nothing was in it.
     */
    void upTo(long end) throws IOException {
        while (filled < end) {
            if (!step() && filled < end) {
                throw new ClosedChannelException();
            }
        }
    }

    /** Fills one step more and returns whether there is more to do. */
    synchronized boolean step() throws IOException {
        if (stopped || filled == bytes) {
            return false;
        }
        try {
            fillStep();
        } catch (IOException failure) {
            stepFailed(failure);
            throw failure;
        }
        return filled < bytes;
    }

    /** Ends the filling where it is, after the step in progress. */
    synchronized void stop() {
        stopped = true;
    }

    private void fillStep() throws IOException {
        long start = filled;
        long end = Math.min(start + STEP_BYTES, bytes);
        whenEnded.beforeStep((int) (end - start));
        channel.writeAligned(zeros((int) (end - start)), start);
        latch.run(() -> channel.force(false));
        filled = end;
        if (end == bytes) {
            latch.run(whenEnded::full);
        }
    }

    private void stepFailed(IOException failure) {
        if (!failed) {
            failed = true;
            try {
                whenEnded.failed();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
