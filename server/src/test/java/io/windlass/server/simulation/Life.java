package io.windlass.server.simulation;

import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.PartitionObserver;
import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.StartPoint;
import java.util.Optional;

/**
 * One process from boot to crash. Stands between the partition and its consensus, so that the
 * ledger hears of every proposal and every commit at the moment the partition does.
 */
final class Life implements PartitionObserver, Consensus {
    private static final String INJECTED = "simulated input/output error";

    private final Ledger ledger;
    private final Trace trace;
    private final Consensus consensus;
    private final Runnable onFailure;
    private Optional<Partition> partition = Optional.empty();
    private Optional<SharedTable> shared = Optional.empty();
    private long committed;
    private boolean ready;
    private boolean failed;

    Life(Ledger ledger, Trace trace, Consensus consensus, Runnable onFailure) {
        this.ledger = ledger;
        this.trace = trace;
        this.consensus = consensus;
        this.onFailure = onFailure;
    }

    void begin(Partition started) {
        partition = Optional.of(started);
        started.start();
    }

    Partition partition() {
        return partition.orElseThrow();
    }

    SharedTable shared() {
        return shared.orElseThrow();
    }

    /** The newest sequence that has committed here. */
    long committed() {
        return committed;
    }

    boolean isReady() {
        return ready && !failed;
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    public void start(StartPoint from, Listener listener) {
        committed = from.sequence();
        trace.add("starts behind " + committed);
        if (committed > 0) {
            ledger.digest(committed, partition().digest());
        }
        consensus.start(from, new Tap(listener));
    }

    @Override
    public void propose(int term, Proposal events) {
        ledger.proposed(events);
        consensus.propose(term, events);
    }

    @Override
    public void stop() {
        consensus.stop();
    }

    @Override
    public void recovering(long index, long commitIndex) {
        trace.add("recovering " + index + " of " + commitIndex);
    }

    @Override
    public void recovered(long frames, long events) {
        trace.add("recovered " + frames + " frames, " + events + " events");
    }

    @Override
    public void ready() {
        trace.add("ready");
        ready = true;
    }

    @Override
    public void published(SharedTable table) {
        shared = Optional.of(table);
    }

    @Override
    public void committed(int events, long nanos) {}

    @Override
    public void failed(Throwable cause) {
        trace.add("failed: " + cause);
        if (!String.valueOf(cause.getMessage()).startsWith(INJECTED)) {
            throw new Violation("the partition has stopped without a fault: " + cause, cause);
        }
        failed = true;
        onFailure.run();
    }

    /** What the partition is told, told to the ledger first. */
    private final class Tap implements Listener {
        private final Listener listener;

        Tap(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void committed(Proposal events, Place place) {
            ledger.committed(events, committed);
            committed += events.count();
            trace.add("committed up to " + committed + " at " + place);
            listener.committed(events, place);
            if (!failed) {
                ledger.digest(committed, partition().digest());
            }
        }

        @Override
        public void recovering(long index, long commitIndex) {
            listener.recovering(index, commitIndex);
        }

        @Override
        public void recovered() {
            listener.recovered();
        }

        @Override
        public void leading(int term) {
            Violation.unless(
                    committed == ledger.size(),
                    "I13: events " + (committed + 1) + " to " + ledger.size() + " are lost");
            trace.add("leading in term " + term);
            listener.leading(term);
        }

        @Override
        public void following() {
            listener.following();
        }

        @Override
        public void room(boolean enough) {
            listener.room(enough);
        }

        @Override
        public void refused() {
            listener.refused();
        }

        @Override
        public void failed(Throwable cause) {
            listener.failed(cause);
        }
    }
}
