package io.windlass.kernel.raft;

import io.windlass.kernel.log.FrameGate;
import io.windlass.kernel.log.FrameHeader;
import io.windlass.kernel.log.LogEnd;
import io.windlass.kernel.log.LogRecovery;
import io.windlass.kernel.port.Consensus.Proposal;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the log at start: delivers the frames known to be committed, keeps those above as entries
 * for the library.
 */
final class RaftRecovery implements Closeable {
    private final LogRecovery log;
    private final Notices notices;
    private final LogPosition start;
    private final FrameGate gate = new FrameGate(1);
    private final ArrayDeque<Frame> undecided = new ArrayDeque<>();
    private final List<FrameOperation> entries = new ArrayList<>();
    private long deliveredIndex;

    private record Frame(FrameHeader header, byte[] payload, Place place) {}

    /**
     * @param start the snapshot position the library will start from
     */
    RaftRecovery(
            Disk disk, RaftSettings settings, long commitHint, LogPosition start, Notices notices) {
        this.log = new LogRecovery(disk, settings.log(), commitHint);
        this.start = start;
        this.notices = notices;
    }

    /** Reads a block and gathers notices; false at the end of the log. */
    boolean step() throws IOException {
        boolean more = log.step(this::take);
        long index = deliveredIndex;
        long known = log.commitIndex();
        notices.add(listener -> listener.recovering(index, known));
        return more;
    }

    /** The log's end, once {@link #step} has said false. */
    LogEnd end() throws IOException {
        return log.end();
    }

    /** Entries up to this index have been delivered. */
    long deliveredIndex() {
        return deliveredIndex;
    }

    /** The entries behind the start position, for the library. */
    List<FrameOperation> entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private void take(FrameHeader header, ByteBuffer payload, Place place) {
        if (header.index() > start.index()) {
            entries.add(FrameOperation.restored(header, place));
        }
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        undecided.add(new Frame(header, bytes, place));
        while (!undecided.isEmpty() && undecided.peek().header().index() <= log.commitIndex()) {
            deliver(undecided.remove());
        }
    }

    private void deliver(Frame frame) {
        FrameHeader header = frame.header();
        deliveredIndex = header.index();
        if (gate.admits(header)) {
            Proposal events =
                    new Proposal(
                            header.firstSequence(),
                            header.timeNanos(),
                            header.count(),
                            frame.payload());
            notices.add(listener -> listener.committed(events, frame.place()));
        }
    }
}
