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
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A machine that can lose its power, with some partitions of the real kernel on it. */
final class NodeUnderTest {
    private final Scheduler scheduler;
    private final Chance chance;
    private final Drawn drawn;
    private final Lending lending;
    private final List<Witness> witnesses = new ArrayList<>();
    private final Trace trace;
    private final SimulatedClock clock;
    private final SimulatedDisk disk;
    private final Excuses excuses;
    private final Decay decay;
    private Runnable onFailure = () -> {};
    private Runnable whileDown = () -> {};
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
        this.trace = trace;
        this.clock = new SimulatedClock(scheduler);
        this.disk = new SimulatedDisk(chance.fork());
        this.excuses = new Excuses(scheduler, disk);
        this.decay = new Decay(chance.fork(), disk, ledgers, trace);
        for (Ledger ledger : ledgers) {
            Shelf shelf = new Shelf(disk, ledger.partition(), excuses);
            witnesses.add(new Witness(ledger, shelf, excuses, trace));
        }
        disk.fillsFirst(drawn.firstPartBytes());
    }

    /** Sets what happens when the partition has stopped because of a fault. */
    void onFailure(Runnable action) {
        onFailure = action;
    }

    /** Sets what happens to the disk right after the end of a process. */
    void whileDown(Runnable action) {
        whileDown = action;
    }

    Excuses excuses() {
        return excuses;
    }

    Decay decay() {
        return decay;
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

    /** Takes the leadership from one of the partitions, and gives it back after a while. */
    void depose(long nanos) {
        int index = chance.between(0, witnesses.size() - 1);
        up.filter(Up::isOpen).ifPresent(now -> now.life(index).depose(nanos));
    }

    /** True if a process runs that owes somebody an answer. */
    boolean owes() {
        return up.filter(Up::owes).isPresent();
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
        witnesses.forEach(witness -> witness.shelf().begin());
        for (Witness witness : witnesses) {
            partitions.add(partition(witness, lent, features, begun, lives));
        }
        for (int i = 0; i < lives.size(); i++) {
            lives.get(i).begin(partitions.get(i), begun::ready);
        }
    }

    private Partition partition(
            Witness witness, Disk lent, List<Feature<?>> features, Up begun, List<Life> lives) {
        World world = new World(lent, clock, chance, loop(begun), loop(begun), loop(begun));
        int number = witness.ledger().partition();
        RaftSettings raft = drawn.raft(number);
        Consensus consensus = lending.consensus(new RaftConsensus(world, raft));
        Life life = new Life(witness, consensus, world.partitionLoop(), onFailure, scheduler.now());
        lives.add(life);
        return new Partition(
                number,
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
        excuses.repairWhatWasNamed();
        whileDown.run();
        decay.takeBackTheInvisible();
    }

    /** Makes a call; the answer comes unless the process ends before. */
    void call(Call call, BiConsumer<Reply, Up> onReply, Consumer<Unavailable> onRefusal) {
        if (!isReady()) {
            onRefusal.accept(new Unavailable(Reason.STARTING, "not ready"));
            return;
        }
        Up now = up.orElseThrow();
        now.call(call, reply -> onReply.accept(lending.reply(reply), now));
    }

    /** Likewise for packed transfers, whose results come in parts. */
    void send(
            Batch batch,
            BiConsumer<Map<Parcel, Told>, Up> onPart,
            Consumer<Unavailable> onRefusal) {
        if (!isReady()) {
            onRefusal.accept(new Unavailable(Reason.STARTING, "not ready"));
            return;
        }
        Up now = up.orElseThrow();
        now.send(batch, part -> onPart.accept(part, now));
    }

    private SimulatedLoop loop(Up process) {
        return new SimulatedLoop(
                scheduler, chance.fork(), drawn.loopDelayNanos(), process::isRunning);
    }
}
