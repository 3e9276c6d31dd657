package io.windlass.server.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of one seed. */
final class Simulation {
    private static final long PATIENCE_NANOS = 60 * Scheduler.SECOND;

    private final long seed;
    private final Scheduler scheduler = new Scheduler();
    private final Trace trace = new Trace(scheduler);
    private final SharedChanges shared = new SharedChanges();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final Drawn drawn;
    private final NodeUnderTest node;
    private final Faults faults;
    private final Answers answers;
    private final List<Client> clients = new ArrayList<>();

    Simulation(long seed, Lending lending) {
        this.seed = seed;
        Chance chance = new Chance(seed);
        this.drawn = Drawn.of(chance.fork());
        for (int number = 1; number <= drawn.partitions(); number++) {
            ledgers.add(new Ledger(number, shared));
        }
        this.node = new NodeUnderTest(scheduler, chance.fork(), drawn, lending, ledgers, trace);
        this.faults = new Faults(scheduler, chance.fork(), drawn, node, trace);
        this.answers = new Answers(ledgers, node.excuses());
        Names names = new Names(drawn.partitions(), drawn.accounts());
        Handles handles = new Handles();
        for (int i = 1; i <= drawn.clients(); i++) {
            Chance own = chance.fork();
            String name = "c" + i;
            Habits habits = new Habits(own, names, handles, name);
            clients.add(new Client(name, scheduler, own, drawn, habits, node, answers, trace));
        }
    }

    /**
     * What a run came to.
     *
     * @param hash of everything that happened, the same for the same seed
     * @param nanos virtual time
     * @param events how many were committed
     * @param boots how often the node was started
     * @param failure the violation and how to see it again, empty if there was none
     */
    record Result(
            long seed, long hash, long nanos, long events, int boots, Optional<String> failure) {}

    static Result run(long seed, Lending lending) {
        return new Simulation(seed, lending).run();
    }

    private Result run() {
        Optional<String> failure = Optional.empty();
        try {
            live();
            endWithThePower();
        } catch (RuntimeException | Error e) {
            failure = Optional.of(report(e));
        }
        return new Result(seed, trace.hash(), scheduler.now(), events(), node.boots(), failure);
    }

    private void live() {
        faults.begin();
        node.boot();
        clients.forEach(Client::think);
        while (!faults.areOver() || !clients.stream().allMatch(Client::isDone)) {
            scheduler.step();
            boolean late = scheduler.now() > faults.last() + PATIENCE_NANOS;
            Violation.unless(!late, "liveness: a client still waits");
        }
        faults.end();
        long until = scheduler.now() + PATIENCE_NANOS;
        while (node.owes()) {
            scheduler.step();
            Violation.unless(scheduler.now() < until, "liveness: an answer does not come");
        }
    }

    /** Everything has to be there after one last power failure, and to add up to the same rows. */
    private void endWithThePower() {
        node.end(true);
        scheduler.after(Scheduler.SECOND, node::boot);
        long until = scheduler.now() + PATIENCE_NANOS;
        while (!node.isReady()) {
            scheduler.step();
            Violation.unless(scheduler.now() < until, "liveness: the node does not come back");
        }
        answers.end();
        for (Ledger ledger : ledgers) {
            Violation.unless(
                    ledger.sharedNumber() == shared.number(),
                    "shared: partition " + ledger.partition() + " stays behind");
        }
    }

    private long events() {
        return ledgers.stream().mapToLong(Ledger::size).sum();
    }

    private String report(Throwable problem) {
        StringBuilder text = new StringBuilder();
        text.append("seed ").append(seed).append(": ").append(problem).append('\n');
        Throwable origin = problem.getCause() == null ? problem : problem.getCause();
        for (StackTraceElement line : origin.getStackTrace()) {
            if (line.getClassName().startsWith("io.windlass")) {
                text.append("    at ").append(line).append('\n');
            }
        }
        text.append("drawn: ").append(drawn).append('\n');
        text.append("faults: ").append(faults.happened()).append('\n');
        trace.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("run it again with: scripts/simulate --seeds 1 --seed ").append(seed);
        return text.toString();
    }
}
