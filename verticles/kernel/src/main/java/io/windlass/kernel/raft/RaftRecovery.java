package io.windlass.kernel.raft;

import io.windlass.kernel.log.FrameGate;
import io.windlass.kernel.log.FrameHeader;
import io.windlass.kernel.log.LogEnd;
import io.windlass.kernel.log.LogRecovery;
import io.windlass.kernel.log.LogStart;
import io.windlass.kernel.port.Consensus.Proposal;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.StartPoint;
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
    private final StartPoint known;
    private final FrameGate gate;
    private final ArrayDeque<Frame> undecided = new ArrayDeque<>();
    private final List<FrameOperation> entries = new ArrayList<>();
    private long deliveredIndex;

    private record Frame(FrameHeader header, byte[] payload, Place place) {}

    /**
     * @param known what the partition has already; at or below the newest commit index
     * @param start the snapshot position the library will start from
     */
    RaftRecovery(LogRecovery log, StartPoint known, LogPosition start, Notices notices) {
        this.log = log;
        this.known = known;
        this.gate = new FrameGate(known.sequence() + 1);
        this.deliveredIndex = known.index();
        this.start = start;
        this.notices = notices;
    }

    /** Where the log has to be read from, so that the library and the partition get all of it. */
    static LogStart from(StartPoint known, LogPosition start) {
        Place place = known.place();
        if (known.index() == 0) {
            return LogStart.BEGINNING;
        }
        if (known.index() <= start.index()) {
            return new LogStart(place.segment(), place.offset(), known.index(), known.segments());
        }
        long segment = 1;
        for (long begin : known.segments()) {
            segment = begin <= start.index() + 1 ? begin : segment;
        }
        return new LogStart(segment, 0, segment, known.segments());
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
        if (header.index() <= known.index()) {
            return;
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
