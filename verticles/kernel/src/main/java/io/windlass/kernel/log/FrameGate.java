package io.windlass.kernel.log;

/**
 * Lets the valid frames of a log through, the same ones on every replica: events decided in the
 * term that committed them, continuing the sequence. All other frames are void.
 */
public final class FrameGate {
    private long nextSequence;

    /** A gate before the event with this sequence. */
    public FrameGate(long nextSequence) {
        this.nextSequence = nextSequence;
    }

    /** The sequence of the next event. */
    public long nextSequence() {
        return nextSequence;
    }

    /** True if the next committed frame is valid; moves on behind it. */
    public boolean admits(FrameHeader frame) {
        if (frame.kind() != FrameHeader.Kind.EVENTS
                || frame.decidedTerm() != frame.term()
                || frame.firstSequence() != nextSequence) {
            return false;
        }
        nextSequence += frame.count();
        return true;
    }
}
