package io.windlass.kernel.partition;

/** An answer that waits for a frame to commit. */
interface Promise {
    /** The frame has committed: gives the answer. */
    void keep();

    /** Whether the frame commits is not known: says so. */
    void leaveOpen();
}
