package io.windlass.kernel.raft;

import io.microraft.statemachine.StateMachine;
import io.windlass.base.check.Invariant;
import io.windlass.kernel.log.FrameGate;
import io.windlass.kernel.log.FrameHeader;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.port.Consensus.Proposal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The library's state machine: lets valid frames through to the partition, in log order, each once.
 */
final class FrameMachine implements StateMachine {
    private final LogReader reader;
    private final FrameGate gate;
    private final Notices notices;
    private final Consumer<Throwable> onError;
    private final long recoveredIndex;
    private long appliedIndex;
    private boolean leads;
    private boolean announced;
    private Optional<FrameOperation> ownTerm = Optional.empty();

    /**
     * @param gate stands behind the snapshot position the library starts from
     * @param recoveredIndex entries up to here have been delivered by recovery
     */
    FrameMachine(
            LogReader reader,
            FrameGate gate,
            long recoveredIndex,
            Notices notices,
            Consumer<Throwable> onError) {
        this.reader = reader;
        this.gate = gate;
        this.recoveredIndex = recoveredIndex;
        this.appliedIndex = recoveredIndex;
        this.notices = notices;
        this.onError = onError;
    }

    /** The newest index that was applied. */
    long appliedIndex() {
        return appliedIndex;
    }

    /** Takes note that this replica leads, or that it does not. */
    void role(boolean leader) {
        leads = leader;
        if (!leader && announced) {
            announced = false;
            notices.add(listener -> listener.following());
        }
    }

    @Override
    public Object getNewTermOperation() {
        FrameOperation operation = FrameOperation.newTerm();
        ownTerm = Optional.of(operation);
        return operation;
    }

    @Override
    public Object runOperation(long index, Object operation) {
        try {
            apply(index, (FrameOperation) operation);
            appliedIndex = Math.max(appliedIndex, index);
        } catch (IOException | RuntimeException e) {
            onError.accept(e);
        }
        return index;
    }

    @Override
    public void takeSnapshot(long index, Consumer<Object> chunks) {
        chunks.accept(gate.nextSequence() - 1);
    }

    /** The rows come from our own recovery, which has gone at least as far. */
    @Override
    public void installSnapshot(long index, List<Object> chunks) {
        Invariant.hold(index <= recoveredIndex, "a snapshot lies ahead of the recovered log");
    }

    private void apply(long index, FrameOperation operation) throws IOException {
        FrameHeader header = operation.header();
        boolean valid = gate.admits(header);
        if (index <= recoveredIndex) {
            return;
        }
        if (header.kind() == FrameHeader.Kind.NEW_TERM) {
            announceIfOwn(operation, header.term());
        }
        if (valid) {
            Proposal events = events(operation, header);
            notices.add(listener -> listener.committed(events, operation.place()));
        }
        operation.release();
    }

    private void announceIfOwn(FrameOperation operation, int term) {
        if (leads && ownTerm.isPresent() && ownTerm.get() == operation) {
            announced = true;
            notices.add(listener -> listener.leading(term));
        }
    }

    private Proposal events(FrameOperation operation, FrameHeader header) throws IOException {
        if (operation.proposal().isPresent()) {
            return operation.proposal().get();
        }
        return new Proposal(
                header.firstSequence(),
                header.timeNanos(),
                header.count(),
                reader.payload(operation.place()));
    }
}
