package io.windlass.kernel.raft;

import io.microraft.RaftNode;
import io.microraft.RaftRole;
import io.microraft.exception.CannotReplicateException;
import io.microraft.exception.IndeterminateStateException;
import io.microraft.exception.NotLeaderException;
import io.microraft.report.RaftNodeReport;
import io.windlass.kernel.log.CommitHint;
import io.windlass.kernel.log.FrameGate;
import io.windlass.kernel.log.LogEnd;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.log.LogRecovery;
import io.windlass.kernel.log.LogStart;
import io.windlass.kernel.log.SegmentedLog;
import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.StartPoint;
import io.windlass.kernel.port.World;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One replica of one partition's group, driven by MicroRaft on the Raft loop.
 *
 * <pre>
 *   start -> recovering -> running -> stopped
 *                 \------------\----> failed (final: a write or a sync failed, or damage)
 * </pre>
 */
public final class RaftConsensus implements Consensus {
    private static final int OUTSTANDING_BLOCKS = 2;

    /** More than a partition proposes before it hears that there is no room. */
    private static final int RESERVED_FRAMES = 3;

    private static final long LOOK_NANOS = 250_000_000L;

    /** How much is written between two snapshot positions at most, which a restart reads again. */
    private static final long SNAPSHOT_BYTES = 64L << 20;

    private final World world;
    private final RaftSettings settings;
    private final RaftTasks tasks;
    private final OpenFiles files = new OpenFiles();
    private Notices notices;
    private RaftRecovery recovery;
    private CommitHint hint;
    private SegmentedLog log;
    private LogReader reader;
    private FrameMachine machine;
    private RaftNode node;
    private long hintedIndex;
    private int outstanding;
    private long snapshotAt;
    private boolean roomy = true;
    private boolean looksAgain;
    private boolean readAll;
    private boolean failed;

    /** A replica that has not started; its files are on the world's disk. */
    public RaftConsensus(World world, RaftSettings settings) {
        this.world = world;
        this.settings = settings;
        this.tasks = new RaftTasks(world.raftLoop(), this::afterTasks);
    }

    @Override
    public void start(StartPoint from, Listener listener) {
        notices = new Notices(world.partitionLoop(), listener);
        tasks.enter(() -> orFail(() -> beginRecovery(from)));
    }

    @Override
    public void propose(int term, Proposal events) {
        tasks.enter(
                () -> watch(node.replicate(FrameOperation.events(term, events)), this::refuseIf));
    }

    @Override
    public void stop() {
        tasks.enter(
                () -> {
                    tasks.stop();
                    files.close();
                });
    }

    private void beginRecovery(StartPoint from) throws IOException {
        String directory = settings.log().directory();
        ReplicaRecord record = ReplicaFormat.load(world, settings);
        hint = files.add(CommitHint.open(world.disk(), directory));
        hintedIndex = Math.max(from.index(), Math.max(hint.read(), record.newer().index()));
        LogStart start = RaftRecovery.from(from, record.older());
        LogRecovery reading = new LogRecovery(world.disk(), settings.log(), hintedIndex, start);
        recovery = files.add(new RaftRecovery(reading, from, record.older(), notices));
        reader = files.add(new LogReader(world.disk(), settings.log()));
        readOn(record);
    }

    /** Reads blocks while the partition keeps up with them. */
    private void readOn(ReplicaRecord record) throws IOException {
        while (!readAll && outstanding < OUTSTANDING_BLOCKS) {
            readAll = !recovery.step();
            outstanding++;
            notices.deliverThen(() -> tasks.enter(() -> orFail(() -> blockDone(record))));
        }
    }

    private void blockDone(ReplicaRecord record) throws IOException {
        outstanding--;
        readOn(record);
        if (readAll && outstanding == 0) {
            run(record);
        }
    }

    private void run(ReplicaRecord record) throws IOException {
        LogEnd end = recovery.end();
        recovery.close();
        log = files.add(new SegmentedLog(world.disk(), settings.log(), end));
        machine =
                new FrameMachine(
                        reader,
                        new FrameGate(record.older().sequence() + 1),
                        recovery.deliveredIndex(),
                        notices,
                        this::fail);
        FrameStore store =
                new FrameStore(
                        world, notices, settings, log, record, machine::appliedIndex, this::fail);
        recovery.entries().forEach(entry -> log.track(entry.header().index(), entry.place()));
        notices.add(Listener::recovered);
        node =
                new Library(world, settings, tasks, machine, store)
                        .node(record, recovery.entries(), this::report);
        watch(node.start(), this::fail);
    }

    private void report(RaftNodeReport report) {
        machine.role(report.getRole() == RaftRole.LEADER);
    }

    /** Hears of trouble; what went well is told by the state machine. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void watch(CompletableFuture<?> future, Consumer<Throwable> onProblem) {
        future.exceptionally(
                problem -> {
                    onProblem.accept(problem);
                    return null;
                });
    }

    private void refuseIf(Throwable problem) {
        if (problem instanceof NotLeaderException || problem instanceof CannotReplicateException) {
            notices.add(Listener::refused);
        } else if (!(problem instanceof IndeterminateStateException)) {
            fail(problem);
        }
    }

    private void afterTasks() {
        if (log != null && !failed) {
            orFail(this::look);
        }
        if (machine != null && machine.appliedIndex() > hintedIndex && !failed) {
            hintedIndex = machine.appliedIndex();
            orFail(() -> hint.write(hintedIndex));
        }
        if (notices != null) {
            notices.deliver();
        }
    }

    /** Keeps space for what may be in flight, and snapshot positions near the end of the log. */
    private void look() throws IOException {
        boolean enough = log.hasRoom(RESERVED_FRAMES * settings.log().frameBytesMax());
        if (enough != roomy) {
            roomy = enough;
            notices.add(listener -> listener.room(enough));
        }
        if (!enough && !looksAgain) {
            looksAgain = true;
            world.raftLoop().schedule(() -> tasks.enter(() -> looksAgain = false), LOOK_NANOS);
        }
        if (log.written() - snapshotAt >= SNAPSHOT_BYTES) {
            snapshotAt = log.written();
            watch(node.takeSnapshot(), problem -> {});
        }
    }

    private void fail(Throwable cause) {
        if (failed) {
            return;
        }
        failed = true;
        tasks.stop();
        notices.add(listener -> listener.failed(cause));
        notices.deliver();
        files.close();
    }

    private void orFail(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
