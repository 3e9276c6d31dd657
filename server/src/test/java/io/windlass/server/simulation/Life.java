package io.windlass.server.simulation;

import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.partition.Alignment;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.PartitionObserver;
import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.Loop;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.StartPoint;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One partition from boot to crash. Stands between it and its consensus, so that the ledger hears
 * of every proposal and every commit at the moment the partition does.
 */
final class Life implements PartitionObserver, Consensus, Alignment.Post {
    private final Witness witness;
    private final Ledger ledger;
    private final Consensus consensus;
    private final Loop loop;
    private Runnable onReady = () -> {};
    private final Runnable onFailure;
    private final long birth;
    private Optional<Partition> partition = Optional.empty();
    private Optional<SharedTable> shared = Optional.empty();
    private long committed;
    private boolean ready;
    private boolean failed;
    private Optional<Tap> tap = Optional.empty();
    private boolean cutOff;
    private boolean deposed;
    private int proposals;
    private int term;
    private int depositions;

    Life(Witness witness, Consensus consensus, Loop loop, Runnable onFailure, long birth) {
        this.witness = witness;
        this.ledger = witness.ledger();
        this.birth = birth;
        this.consensus = consensus;
        this.loop = loop;
        this.onFailure = onFailure;
    }

    void begin(Partition started, Runnable whenReady) {
        partition = Optional.of(started);
        onReady = whenReady;
        started.start();
    }

    @Override
    public boolean post(Consumer<Partition> task) {
        loop.execute(
                () -> {
                    task.accept(partition());
                    partition().tick();
                });
        return true;
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
        note("starts behind " + committed);
        witness.shelf().started(committed);
        if (committed > 0) {
            ledger.digest(committed, partition().digest());
        }
        Tap heard = new Tap(listener);
        tap = Optional.of(heard);
        consensus.start(from, heard);
    }

    /** Terms are those of the consensus and, over them, those that it knows nothing of. */
    @Override
    public void propose(int inTerm, Proposal events) {
        if (cutOff) {
            note("proposed in vain");
            return;
        }
        proposals++;
        ledger.proposed(events);
        consensus.propose(inTerm - depositions, events);
    }

    /**
     * What happens to a leader that the others do not hear any more: what it proposes from now on
     * is void, after a while it learns of a later term, what it had proposed before commits all the
     * same, and then it is elected again.
     */
    void depose(long nanos) {
        if (isReady() && !cutOff) {
            cutOff = true;
            loop.schedule(this::deposed, nanos);
        }
    }

    private void deposed() {
        if (!failed) {
            note("deposed");
            deposed = true;
            tap.orElseThrow().following();
            leadAgain();
        }
    }

    private void leadAgain() {
        if (deposed && proposals == 0 && !failed) {
            deposed = false;
            cutOff = false;
            depositions++;
            tap.orElseThrow().leading(term);
        }
    }

    @Override
    public void stop() {
        consensus.stop();
    }

    @Override
    public void snapshotMade(long sequence, long bytes, long nanos) {
        note("made the snapshot at " + sequence);
        witness.shelf().made(sequence);
    }

    @Override
    public void snapshotFailed(long sequence, Exception why) {
        note("no snapshot at " + sequence + ": " + why);
        witness.shelf().failed(sequence, why);
    }

    @Override
    public void sealed(int rows, long sequence, long nanos) {
        note("sealed " + rows + " rows up to " + sequence);
    }

    @Override
    public void sealingFailed(Exception why) {
        note("sealed no rows: " + why);
        witness.excuses().notWritten(why);
    }

    @Override
    public void room(boolean enough) {
        note(enough ? "there is space" : "there is no space");
    }

    @Override
    public void recovering(long index, long commitIndex) {
        note("recovering " + index + " of " + commitIndex);
    }

    @Override
    public void recovered(long frames, long events) {
        note("recovered " + frames + " frames, " + events + " events");
    }

    @Override
    public void ready() {
        note("ready");
        ready = true;
        onReady.run();
    }

    @Override
    public void published(SharedTable table) {
        shared = Optional.of(table);
    }

    @Override
    public void committed(int events, long nanos) {}

    @Override
    public void failed(Throwable cause) {
        note("failed: " + cause);
        witness.excuses().stopped(cause, birth);
        failed = true;
        onFailure.run();
    }

    private void note(String what) {
        witness.trace().add(ledger.partition() + ": " + what);
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
            note("committed up to " + committed + " at " + place);
            listener.committed(events, place);
            if (!failed) {
                ledger.digest(committed, partition().digest());
            }
            proposals = Math.max(0, proposals - 1);
            leadAgain();
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
        public void leading(int inTerm) {
            Violation.unless(
                    committed == ledger.size(),
                    "I13: events " + (committed + 1) + " to " + ledger.size() + " are lost");
            term = inTerm;
            note("leading in term " + (term + depositions));
            listener.leading(term + depositions);
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
