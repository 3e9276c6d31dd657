package io.windlass.server.simulation;

import io.windlass.kernel.simulation.SimulatedDisk.Operation;
import io.windlass.kernel.simulation.SimulatedDisk.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets accidents happen to a node, and starts it again after those that end it. */
final class Faults {
    private static final long DOWN_NANOS_MAX = 3 * Scheduler.SECOND;
    private static final long JUMP_NANOS_MAX = 3_600 * Scheduler.SECOND;
    private static final long FULL_NANOS_MAX = 8 * Scheduler.SECOND;
    private static final long DEPOSED_NANOS_MAX = 100 * Scheduler.MILLI;
    private static final int STEPS_MAX = 60;
    private static final int SNAPSHOT_STEPS_MAX = 40;
    private static final int CALLS_MAX = 8;

    private final Scheduler scheduler;
    private final Chance chance;
    private final Drawn drawn;
    private final NodeUnderTest node;
    private final Trace trace;
    private final List<String> happened = new ArrayList<>();
    private int stepsLeft;
    private String stepsOf = "";
    private boolean powerAtStep;
    private Optional<Supplier<String>> strike = Optional.empty();
    private int fullStretches;
    private boolean over;
    private long last;

    Faults(Scheduler scheduler, Chance chance, Drawn drawn, NodeUnderTest node, Trace trace) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.drawn = drawn;
        this.node = node;
        this.trace = trace;
    }

    void begin() {
        node.disk().beforeStep(this::beforeStep);
        node.onFailure(this::exitSoon);
        node.whileDown(this::strike);
        List<FaultKind> kinds = List.copyOf(drawn.kinds());
        for (int i = 0; i < drawn.incidents(); i++) {
            FaultKind kind = chance.pick(kinds);
            scheduler.after(chance.nanos(drawn.faultNanos()), () -> happen(kind));
        }
        scheduler.after(drawn.faultNanos(), () -> over = true);
    }

    /** No accident will happen any more. */
    void end() {
        over = true;
        stepsLeft = 0;
        node.excuses().space(Space.ENOUGH);
    }

    boolean areOver() {
        return over;
    }

    /** When the last accident happened, or will have happened. */
    long last() {
        return Math.max(last, drawn.faultNanos());
    }

    List<String> happened() {
        return happened;
    }

    private void happen(FaultKind kind) {
        note(kind.name());
        switch (kind) {
            case POWER -> endNode(true);
            case KILL -> endNode(false);
            case POWER_AT_STEP -> arm(true, "");
            case KILL_AT_STEP -> arm(false, "");
            case POWER_IN_SNAPSHOT -> arm(true, "/snapshots/");
            case DISK_FULL -> fill();
            case FLIP_AT_REST -> strikeAtRest(node.decay()::flip);
            case LOST_FILE -> strikeAtRest(node.decay()::lose);
            case FLIP_WHILE_RUNNING -> flip();
            case WRITE_ERROR -> fail(Operation.WRITE);
            case SYNC_ERROR -> fail(Operation.SYNC);
            case REPLACE_ERROR -> fail(Operation.REPLACE);
            case CREATE_ERROR -> fail(Operation.CREATE);
            case CLOCK_JUMP -> jump();
            case DEPOSED -> depose();
        }
    }

    private void arm(boolean power, String steps) {
        powerAtStep = power;
        stepsOf = steps;
        stepsLeft = chance.between(1, steps.isEmpty() ? STEPS_MAX : SNAPSHOT_STEPS_MAX);
    }

    private void fill() {
        fullStretches++;
        int own = fullStretches;
        node.excuses().space(chance.percent(25) ? Space.EXHAUSTED : Space.FULL);
        scheduler.after(
                chance.nanos(FULL_NANOS_MAX),
                () -> {
                    if (own == fullStretches) {
                        note("space again");
                        node.excuses().space(Space.ENOUGH);
                    }
                });
    }

    private void strikeAtRest(Supplier<String> damage) {
        strike = Optional.of(damage);
        endNode(chance.percent(50));
    }

    private void flip() {
        note("flipped " + node.decay().flip());
        if (!node.isUp()) {
            node.decay().takeBackTheInvisible();
        }
    }

    private void strike() {
        strike.ifPresent(damage -> note("meanwhile " + damage.get()));
        strike = Optional.empty();
    }

    private void fail(Operation operation) {
        node.disk()
                .fail(operation, operation == Operation.CREATE ? 1 : chance.between(1, CALLS_MAX));
    }

    /** A row of times, since it takes little. */
    private void depose() {
        node.depose(chance.nanos(DEPOSED_NANOS_MAX));
        if (!over && chance.percent(70)) {
            scheduler.after(chance.nanos(Scheduler.SECOND), this::depose);
        }
    }

    private void jump() {
        long nanos = chance.nanos(JUMP_NANOS_MAX);
        node.clock().jump(chance.percent(50) ? nanos : -nanos);
    }

    private void beforeStep(String what) {
        trace.add(what);
        if (stepsLeft > 0 && what.contains(stepsOf)) {
            stepsLeft--;
            if (stepsLeft == 0) {
                note("now, before: " + what);
                endNode(powerAtStep);
            }
        }
    }

    private void exitSoon() {
        note("the replica has failed");
        boolean power = drawn.kinds().contains(FaultKind.POWER) && chance.percent(50);
        scheduler.after(chance.nanos(50 * Scheduler.MILLI), () -> endNode(power));
    }

    /** A crash soon after a boot meets the recovery. */
    private void endNode(boolean power) {
        if (node.isUp()) {
            node.end(power);
            scheduler.after(chance.nanos(DOWN_NANOS_MAX), this::bootAgain);
        }
    }

    private void bootAgain() {
        boolean again = !over && chance.percent(20);
        if (again && drawn.kinds().contains(FaultKind.POWER_AT_STEP)) {
            powerAtStep = true;
            stepsOf = "";
            stepsLeft = chance.between(1, CALLS_MAX);
        }
        node.boot();
    }

    private void note(String what) {
        last = scheduler.now();
        happened.add(last / Scheduler.MILLI + " ms " + what);
        trace.add("fault " + what);
    }
}
