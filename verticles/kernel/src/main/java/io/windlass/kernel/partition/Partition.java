package io.windlass.kernel.partition;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Question;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.StartPoint;
import io.windlass.kernel.port.World;
import io.windlass.kernel.snapshot.Loaded;
import io.windlass.kernel.table.Cut;
import io.windlass.kernel.table.Tables;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One partition: the single writer of its tables, on one loop.
 *
 * <pre>
 *   RECOVERING --recovered--> FOLLOWING --leading(term)--> LEADING
 *                                 ^------following-----------/
 *   any --failed--> STOPPED
 * </pre>
 *
 * <p>While it leads it decides whatever waits, as one frame, as soon as fewer than {@link
 * Limits#framesInFlight} frames wait for their commit: a frame grows while the disk works, and no
 * timer is needed. All calls are made on the partition's loop.
 */
public final class Partition implements Consensus.Listener {
    private final int number;
    private final World world;
    private final Consensus consensus;
    private final Limits limits;
    private final PartitionObserver observer;
    private final Tables tables;
    private final Hosts hosts;
    private final EventCodec codec;
    private final EventLookup lookup;
    private final Replay replay;
    private final Inquiries inquiries;
    private final Upkeep upkeep;
    private final Fetching fetching;
    private final Inbox inbox;
    private final FrameBuilder builder;
    private final Decider decider;
    private final InFlight inFlight = new InFlight();
    private Phase phase = Phase.RECOVERING;
    private Moment committed;
    private Moment decided;
    private int term;
    private long restoredSequence;
    private Place newest = StartPoint.BEGINNING.place();
    private Optional<Runnable> whenIdle = Optional.empty();

    private enum Phase {
        RECOVERING,
        FOLLOWING,
        LEADING,
        STOPPED
    }

    /**
     * A partition that has not started.
     *
     * @param number its number, unique over all groups
     * @param features what lives in it
     * @param consensus its member of the replication group
     * @param reader reads its log, on the reader's loop
     */
    public Partition(
            int number,
            List<Feature<?>> features,
            World world,
            Consensus consensus,
            LogReader reader,
            Limits limits,
            PartitionObserver observer) {
        this.number = number;
        this.world = world;
        this.consensus = consensus;
        this.limits = limits;
        this.observer = observer;
        this.tables = Hosts.tables(features);
        this.hosts = new Hosts(features, tables);
        this.codec = new EventCodec(hosts.all());
        this.lookup = new EventLookup(number, world, reader, codec, this::giveUp);
        this.replay = new Replay(number, codec);
        this.upkeep = new Upkeep(world, limits.state(), reader, tables, observer);
        Archivist archivist = upkeep.archivist();
        this.inquiries =
                new Inquiries(
                        lookup,
                        tables.ageing().committed(),
                        archivist,
                        limits.lookups(),
                        this::giveUp);
        this.inbox = new Inbox(limits.inboxCommands(), limits.inboxBytes());
        archivist.whenMoved(inbox::forgetNear);
        this.builder = new FrameBuilder(codec, limits);
        Runnable tickLater = () -> world.partitionLoop().execute(this::tick);
        this.fetching = new Fetching(tables.ageing().decided(), archivist, tickLater, this::giveUp);
        this.decider = new Decider(builder, lookup, fetching, limits.lookups(), tickLater);
        this.committed = new Moment(number, 0, 0);
        this.decided = committed;
    }

    /** Recovers from the newest snapshot and the log behind it, and joins the group. */
    public void start() {
        upkeep.restore(this::begin, this::giveUp);
        sweepLater();
    }

    /** Takes a command in; decided at the next {@link #tick}. */
    public <S> void submit(Feature<S> feature, Command<S> command, Consumer<Reply> onReply) {
        long now = world.clock().monotonicNanos();
        Waiting<S> waiting = new Waiting<>(hosts.of(feature), command, onReply, now);
        takeIn(waiting, upkeep.room().refusal(command.isOpening()));
    }

    /**
     * Takes packed commands in.
     *
     * @param places the indexes of those that this partition decides, at least one
     * @param onDone called when each of them has its result
     */
    public <S> void submit(
            Feature<S> feature, PackedCommands<S> packed, int[] places, Runnable onDone) {
        long now = world.clock().monotonicNanos();
        PackedRun<S> run = new PackedRun<>(hosts.of(feature), packed, places, onDone, now);
        takeIn(run, upkeep.room().refusal(false));
    }

    /** Decides what waits, as long as frames may be in flight. */
    public void tick() {
        guarded(
                () -> {
                    while (phase == Phase.LEADING
                            && !inbox.isEmpty()
                            && decider.hasRoom()
                            && inFlight.size() < limits.framesInFlight()) {
                        decideFrame();
                    }
                });
    }

    /** Asks the committed rows. */
    public <S> void ask(Feature<S> feature, Question<S> question, Consumer<Reply> onReply) {
        if (phase == Phase.RECOVERING || phase == Phase.STOPPED) {
            onReply.accept(Replies.unavailable(Reason.STARTING, "the partition is not ready"));
            return;
        }
        inquiries.ask(hosts.of(feature), question, () -> committed, onReply);
    }

    /** A frozen cut of the committed rows, with the newest event in it. */
    public void cut(BiConsumer<Cut, Moment> receiver) {
        receiver.accept(tables.cut(), committed);
    }

    /** How many changes of a feature's shared tables have committed here. */
    public <S> long sharedNumber(Feature<S> feature) {
        return feature.sharedNumber(hosts.of(feature).committed());
    }

    /** The commands that bring another partition's shared tables up to this one's. */
    public <S> List<Command<S>> sharedChanges(Feature<S> feature, long after) {
        return feature.sharedChanges(hosts.of(feature).committed(), after);
    }

    /** The newest committed event's place. */
    public Moment committed() {
        return committed;
    }

    /** The digest of the committed rows. */
    public long digest() {
        return tables.digest();
    }

    /** The memory that its committed rows hold, in bytes. */
    public long memoryBytes() {
        return tables.memoryBytes();
    }

    /** Takes nothing more in, waits for what is in flight, then leaves the group. */
    public void stop(Runnable done) {
        inbox.clear(Reason.NO_LEADER, "the node is stopping");
        whenIdle =
                Optional.of(
                        () -> {
                            phase = Phase.STOPPED;
                            consensus.stop();
                            upkeep.archivist().close();
                            done.run();
                        });
        leaveIfIdle();
    }

    @Override
    public void recovering(long index, long commitIndex) {
        observer.recovering(index, commitIndex);
    }

    @Override
    public void recovered() {
        if (phase == Phase.STOPPED) {
            return;
        }
        phase = Phase.FOLLOWING;
        hosts.publish(observer);
        upkeep.measure();
        observer.recovered(replay.frames(), committed.sequence() - restoredSequence);
        upkeep.makeSnapshotIfDue(committed, newest, lookup);
    }

    @Override
    public void committed(Consensus.Proposal events, Place place) {
        if (phase == Phase.STOPPED) {
            return;
        }
        guarded(() -> commit(events, place));
        tick();
        leaveIfIdle();
    }

    @Override
    public void leading(int newTerm) {
        if (phase == Phase.STOPPED) {
            return;
        }
        guarded(
                () -> {
                    phase = Phase.LEADING;
                    term = newTerm;
                    decided = committed;
                    long now = world.clock().monotonicNanos();
                    inbox.addFirst(hosts.genesis(now, observer::ready));
                });
        tick();
    }

    @Override
    public void following() {
        if (phase == Phase.STOPPED) {
            return;
        }
        phase = Phase.FOLLOWING;
        drop();
        leaveIfIdle();
    }

    /** Nothing that waits was executed. */
    @Override
    public void room(boolean enough) {
        upkeep.onDisk(enough);
        if (!enough) {
            inbox.clear(Reason.STORAGE_FULL, Room.DISK_FULL);
        }
    }

    /** What was decided is void like after a lost leadership. */
    @Override
    public void refused() {
        following();
    }

    @Override
    public void synced(long bytes, long nanos) {
        observer.synced(bytes, nanos);
    }

    @Override
    public void failed(Throwable cause) {
        if (phase == Phase.STOPPED) {
            return;
        }
        phase = Phase.STOPPED;
        drop();
        inbox.clear(Reason.NO_LEADER, "the partition has stopped");
        observer.failed(cause);
        leaveIfIdle();
    }

    private void takeIn(Entry entry, Optional<String> full) {
        if (phase == Phase.STOPPED || whenIdle.isPresent()) {
            entry.refuse(new Unavailable(Reason.NO_LEADER, "the partition has stopped"));
        } else if (full.isPresent()) {
            entry.refuse(new Unavailable(Reason.STORAGE_FULL, full.get()));
        } else {
            inbox.add(entry);
        }
    }

    private void begin(Optional<Loaded> loaded) {
        if (loaded.isPresent()) {
            StartPoint from = loaded.get().from();
            restoredSequence = from.sequence();
            committed = new Moment(number, from.sequence(), loaded.get().timeNanos());
            decided = committed;
            newest = from.place();
            lookup.restore(loaded.get().segments());
        }
        consensus.start(loaded.map(Loaded::from).orElse(StartPoint.BEGINNING), this);
    }

    private void decideFrame() {
        long time = Math.max(world.clock().epochNanos(), decided.timeNanos() + 1);
        builder.begin(number, decided.sequence() + 1, time);
        decider.fill(inbox);
        if (builder.count() == 0) {
            // Nothing was logged: the answers hold once everything they saw is committed.
            inFlight.promise(builder.promises());
            return;
        }
        tables.seal();
        Moment last = builder.next();
        decided = new Moment(number, last.sequence() - 1, time);
        Consensus.Proposal events = builder.proposal();
        long now = world.clock().monotonicNanos();
        inFlight.add(new DecidedFrame(events, builder.types(), builder.promises(), now));
        consensus.propose(term, events);
    }

    private void commit(Consensus.Proposal events, Place place) {
        Invariant.hold(events.firstSequence() == committed.sequence() + 1, "a frame leaves a gap");
        boolean own = inFlight.isNext(events);
        if (own) {
            tables.commit();
        } else {
            Invariant.hold(inFlight.isEmpty(), "a foreign frame committed below decided ones");
            replay.frame(events);
            fetching.leave(events.count());
        }
        long last = events.firstSequence() + events.count() - 1;
        committed = new Moment(number, last, events.timeNanos());
        newest = place;
        lookup.committed(events.firstSequence(), place);
        upkeep.committed(events);
        hosts.publish(observer);
        if (own) {
            DecidedFrame frame = inFlight.remove();
            frame.tell(observer, world.clock().monotonicNanos());
            frame.promises().forEach(Promise::keep);
        }
        if (phase != Phase.RECOVERING) {
            upkeep.makeSnapshotIfDue(committed, newest, lookup);
        }
    }

    private void leaveIfIdle() {
        if (inFlight.isEmpty() && whenIdle.isPresent()) {
            Runnable leave = whenIdle.get();
            whenIdle = Optional.empty();
            leave.run();
        }
    }

    private void drop() {
        tables.drop();
        decided = committed;
        inFlight.drop();
    }

    private void sweepLater() {
        world.partitionLoop().schedule(this::sweep, limits.waitNanos() / 8);
    }

    private void sweep() {
        if (phase == Phase.STOPPED) {
            return;
        }
        long before = world.clock().monotonicNanos() - limits.waitNanos();
        inbox.expire(before, Reason.NO_LEADER, "nobody decided in time; nothing was executed");
        inFlight.expire(before);
        sweepLater();
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            giveUp(e);
        }
    }

    private void giveUp(Throwable cause) {
        consensus.stop();
        failed(cause);
    }
}
