package io.windlass.edge.net;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory for bodies and frames that come in several pieces, over all servers of a node; what
 * comes in one piece is bounded by the connections. Any thread.
 */
public final class BodyRoom {
    private final long bytesMax;
    private final AtomicLong taken = new AtomicLong();

    /** Room for so many bytes. */
    public BodyRoom(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Takes room for a body; false if there is not so much left. */
    public boolean take(int bytes) {
        if (taken.addAndGet(bytes) > bytesMax) {
            taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** Gives the room of a body back. */
    public void giveBack(int bytes) {
        taken.addAndGet(-bytes);
    }

    /** How many bytes are taken. */
    public long taken() {
        return taken.get();
    }
}
