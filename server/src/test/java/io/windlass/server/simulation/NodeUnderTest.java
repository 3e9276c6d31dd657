package io.windlass.server.simulation;

import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.Loop;
import io.windlass.kernel.port.World;
import io.windlass.kernel.raft.RaftConsensus;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A machine that can lose its power, with one partition of the real kernel on it. */
final class NodeUnderTest {
    private final Scheduler scheduler;
    private final Chance chance;
    private final Drawn drawn;
    private final Lending lending;
    private final Ledger ledger;
    private final Trace trace;
    private final SimulatedClock clock;
    private final SimulatedDisk disk;
    private Runnable onFailure = () -> {};
    private Optional<Life> life = Optional.empty();
    private boolean[] running = {false};
    private Loop partitionLoop;
    private Door<?> door;
    private int boots;

    NodeUnderTest(
            Scheduler scheduler,
            Chance chance,
            Drawn drawn,
            Lending lending,
            Ledger ledger,
            Trace trace) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.drawn = drawn;
        this.lending = lending;
        this.ledger = ledger;
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
        return life.isPresent();
    }

    boolean isReady() {
        return life.filter(Life::isReady).isPresent();
    }

    /** Starts a new process, unless one runs. */
    void boot() {
        if (isUp()) {
            return;
        }
        boots++;
        trace.add("boot " + boots);
        disk.restart();
        boolean[] alive = {true};
        Disk lent = lending.disk(disk);
        World world = new World(lent, clock, chance, loop(alive), loop(alive), loop(alive));
        List<Feature<?>> features = lending.features();
        RaftConsensus raft = new RaftConsensus(world, drawn.raft());
        Life begun = new Life(ledger, trace, lending.consensus(raft), onFailure);
        life = Optional.of(begun);
        running = alive;
        partitionLoop = world.partitionLoop();
        door = new Door<>(features.get(0));
        begun.begin(
                new Partition(
                        1,
                        features,
                        world,
                        begun,
                        new LogReader(lent, drawn.raft().log()),
                        drawn.limits(),
                        begun));
    }

    /** Ends the process; with the power goes whatever was not synced. */
    void end(boolean power) {
        if (!isUp()) {
            return;
        }
        trace.add(power ? "power failure" : "kill");
        running[0] = false;
        life = Optional.empty();
        if (power) {
            disk.crash();
        } else {
            disk.kill();
        }
    }

    /** Makes a call; the answer comes unless the process ends before. */
    void call(Call call, BiConsumer<Reply, Life> onReply, Consumer<Reply> onRefusal) {
        if (!isReady()) {
            onRefusal.accept(Reply.of(new Unavailable(Reason.STARTING, "not ready")));
            return;
        }
        Life now = life.get();
        partitionLoop.execute(
                () -> {
                    Consumer<Reply> receiver = reply -> onReply.accept(reply, now);
                    door.call(now.partition(), now.shared(), call, receiver);
                    now.partition().tick();
                });
    }

    private SimulatedLoop loop(boolean[] alive) {
        return new SimulatedLoop(scheduler, chance.fork(), drawn.loopDelayNanos(), () -> alive[0]);
    }
}
