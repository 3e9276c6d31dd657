package io.windlass.server.simulation;

import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.World;
import io.windlass.kernel.raft.RaftConsensus;
import io.windlass.kernel.raft.RaftSettings;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A machine that can lose its power, with some partitions of the real kernel on it. */
final class NodeUnderTest {
    private final Scheduler scheduler;
    private final Chance chance;
    private final Drawn drawn;
    private final Lending lending;
    private final List<Ledger> ledgers;
    private final Trace trace;
    private final SimulatedClock clock;
    private final SimulatedDisk disk;
    private Runnable onFailure = () -> {};
    private Optional<Up> up = Optional.empty();
    private int boots;

    NodeUnderTest(
            Scheduler scheduler,
            Chance chance,
            Drawn drawn,
            Lending lending,
            List<Ledger> ledgers,
            Trace trace) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.drawn = drawn;
        this.lending = lending;
        this.ledgers = ledgers;
        this.trace = trace;
        this.clock = new SimulatedClock(scheduler);
        this.disk = new SimulatedDisk(chance.fork());
    }

    /** Sets what happens when the partition has stopped because of a fault. */
    void onFailure(Runnable action) {
        onFailure = action;
    }

    SimulatedDisk disk() {
        return disk;
    }

    SimulatedClock clock() {
        return clock;
    }

    int boots() {
        return boots;
    }

    boolean isUp() {
        return up.isPresent();
    }

    /** True if calls are served. */
    boolean isReady() {
        return up.filter(Up::isOpen).isPresent();
    }

    /** Starts a new process, unless one runs. */
    void boot() {
        if (isUp()) {
            return;
        }
        boots++;
        trace.add("boot " + boots);
        disk.restart();
        Disk lent = lending.disk(disk);
        List<Feature<?>> features = lending.features();
        List<Life> lives = new ArrayList<>();
        Up begun = new Up(lives, new Door<>(features.get(0), lives));
        up = Optional.of(begun);
        List<Partition> partitions = new ArrayList<>();
        for (Ledger ledger : ledgers) {
            partitions.add(partition(ledger, lent, features, begun, lives));
        }
        for (int i = 0; i < lives.size(); i++) {
            lives.get(i).begin(partitions.get(i), begun::ready);
        }
    }

    private Partition partition(
            Ledger ledger, Disk lent, List<Feature<?>> features, Up begun, List<Life> lives) {
        World world = new World(lent, clock, chance, loop(begun), loop(begun), loop(begun));
        RaftSettings raft = drawn.raft(ledger.partition());
        Consensus consensus = lending.consensus(new RaftConsensus(world, raft));
        Life life = new Life(ledger, trace, consensus, world.partitionLoop(), onFailure);
        lives.add(life);
        return new Partition(
                ledger.partition(),
                features,
                world,
                life,
                new LogReader(lent, raft.log()),
                drawn.limits(),
                life);
    }

    /** Ends the process; with the power goes whatever was not synced. */
    void end(boolean power) {
        if (!isUp()) {
            return;
        }
        trace.add(power ? "power failure" : "kill");
        up.ifPresent(Up::end);
        up = Optional.empty();
        if (power) {
            disk.crash();
        } else {
            disk.kill();
        }
    }

    /** Makes a call; the answer comes unless the process ends before. */
    void call(Call call, BiConsumer<Reply, Up> onReply, Consumer<Reply> onRefusal) {
        if (!isReady()) {
            onRefusal.accept(Reply.of(new Unavailable(Reason.STARTING, "not ready")));
            return;
        }
        Up now = up.orElseThrow();
        now.call(call, reply -> onReply.accept(reply, now));
    }

    private SimulatedLoop loop(Up process) {
        return new SimulatedLoop(
                scheduler, chance.fork(), drawn.loopDelayNanos(), process::isRunning);
    }
}
