package io.windlass.edge.client;

/** What waits for an answer. A link in the ring of {@link Waiting}, which alone changes it. */
abstract class Pending {
    long deadlineNanos;
    Pending before = this;
    Pending after = this;

    /** Whether it still waits; false once it has its answer, or its time was up. */
    final boolean isOpen() {
        return after != this;
    }

    /** It waits no longer and gets no answer: tells whoever asked. */
    abstract void end(String why);
}
