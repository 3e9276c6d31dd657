package io.windlass.kernel.raft;

import io.windlass.kernel.log.FrameHeader;
import io.windlass.kernel.port.Consensus.Proposal;
import io.windlass.kernel.port.Place;
import java.util.Optional;

/**
 * The operation of a Raft entry: a frame, by reference once it is on disk.
 *
 * <p>The library keeps entries until its next snapshot, so the bytes are let go after commit.
 */
final class FrameOperation {
    private final FrameHeader.Kind kind;
    private final int decidedTerm;
    private Optional<Proposal> proposal;
    private Optional<FrameHeader> header = Optional.empty();
    private Optional<Place> place = Optional.empty();

    private FrameOperation(FrameHeader.Kind kind, int decidedTerm, Optional<Proposal> proposal) {
        this.kind = kind;
        this.decidedTerm = decidedTerm;
        this.proposal = proposal;
    }

    static FrameOperation events(int decidedTerm, Proposal proposal) {
        return new FrameOperation(FrameHeader.Kind.EVENTS, decidedTerm, Optional.of(proposal));
    }

    /** The first entry of a term; its term is known when it is appended. */
    static FrameOperation newTerm() {
        return new FrameOperation(FrameHeader.Kind.NEW_TERM, 0, Optional.empty());
    }

    /** An entry found on disk. */
    static FrameOperation restored(FrameHeader header, Place place) {
        FrameOperation operation =
                new FrameOperation(header.kind(), header.decidedTerm(), Optional.empty());
        operation.stored(header, place);
        return operation;
    }

    /** The head this operation gets as the entry with this index and term. */
    FrameHeader headerFor(long index, int term, long commitIndex) {
        Proposal events = proposal.orElse(new Proposal(0, 0, 0, new byte[0]));
        return new FrameHeader(
                FrameHeader.lengthFor(events.bytes().length),
                kind,
                kind == FrameHeader.Kind.NEW_TERM ? term : decidedTerm,
                term,
                events.count(),
                index,
                events.firstSequence(),
                events.timeNanos(),
                commitIndex);
    }

    byte[] payload() {
        return proposal.map(Proposal::bytes).orElse(new byte[0]);
    }

    /** Takes note of where it stands on disk. */
    void stored(FrameHeader storedHeader, Place storedPlace) {
        header = Optional.of(storedHeader);
        place = Optional.of(storedPlace);
    }

    FrameHeader header() {
        return header.orElseThrow();
    }

    Place place() {
        return place.orElseThrow();
    }

    Optional<Proposal> proposal() {
        return proposal;
    }

    /** Lets the bytes go; they are on disk. */
    void release() {
        proposal = Optional.empty();
    }
}
