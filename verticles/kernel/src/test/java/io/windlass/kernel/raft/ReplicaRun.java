package io.windlass.kernel.raft;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.Clock;
import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.Loop;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.StartPoint;
import io.windlass.kernel.port.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A replica on one queue of tasks, and what its partition was told. Timers never fire. */
final class ReplicaRun implements Consensus.Listener {
    private static final int LEADS_FOR_EVER = 1;

    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final List<Long> committed = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final RaftConsensus consensus;
    private int leadings;
    private int term;

    ReplicaRun(Disk disk, RaftSettings settings) {
        Loop loop = new Queue();
        consensus =
                new RaftConsensus(
                        new World(disk, new Stopped(), () -> 42, loop, loop, loop), settings);
    }

    void start() {
        consensus.start(StartPoint.BEGINNING, this);
        settle();
    }

    /** Proposes one event whose sequence this is. */
    void propose(long sequence) {
        byte[] bytes = {(byte) sequence};
        consensus.propose(term, new Consensus.Proposal(sequence, sequence, 1, bytes));
    }

    /** Runs everything that waits. */
    void settle() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    boolean leads() {
        return leadings == LEADS_FOR_EVER;
    }

    List<Long> committed() {
        return committed;
    }

    List<Throwable> failures() {
        return failures;
    }

    @Override
    public void committed(Consensus.Proposal events, Place place) {
        Invariant.hold(failures.isEmpty(), "a commit after the failure");
        Invariant.hold(events.bytes()[0] == (byte) events.firstSequence(), "other bytes");
        committed.add(events.firstSequence());
    }

    @Override
    public void recovering(long index, long commitIndex) {}

    @Override
    public void recovered() {
        Invariant.hold(leadings == 0, "recovered after leading");
    }

    @Override
    public void leading(int newTerm) {
        leadings++;
        term = newTerm;
    }

    @Override
    public void following() {
        leadings--;
    }

    @Override
    public void room(boolean enough) {}

    @Override
    public void refused() {
        throw new Invariant("refused");
    }

    @Override
    public void failed(Throwable cause) {
        failures.add(cause);
    }

    private final class Queue implements Loop {
        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void schedule(Runnable task, long delayNanos) {}
    }

    private static final class Stopped implements Clock {
        @Override
        public long epochNanos() {
            return 0;
        }

        @Override
        public long monotonicNanos() {
            return 0;
        }
    }
}
