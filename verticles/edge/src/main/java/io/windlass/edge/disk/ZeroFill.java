package io.windlass.edge.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;

/**
 * The filling of one file with zeros, a synced step at a time, by whoever needs it next: the
 * background thread or a writer that has caught up with it.
 */
final class ZeroFill {
    /** One step, in bytes. */
    static final int STEP_BYTES = 1 << 20;

    private static final ByteBuffer ZEROS =
            ByteBuffer.allocateDirect(STEP_BYTES).asReadOnlyBuffer();

    private final FileChannel channel;
    private final FailureLatch latch;
    private final long bytes;
    private final End whenEnded;
    private final FailureLatch steps = new FailureLatch();
    private volatile long filled;
    private boolean stopped;
    private boolean failed;

    /**
     * A filling that has come to some extent. A failed sync latches the file, since it may have
     * been the data of its writer; a failed write of zeros only the filling.
     */
    ZeroFill(FileChannel channel, FailureLatch latch, Extent extent, End whenEnded) {
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

    /** What is done when the filling ends, by the thread that took its last step. */
    interface End {
        /** The file is full. */
        void full() throws IOException;

        /** A step failed, and no other will be tried. */
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

    /** Fills at full speed until {@code end}; fails if the filling failed before. */
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
            steps.run(this::fillStep);
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
        FileChannels.writeFully(channel, zeros((int) (end - start)), start);
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
