package io.windlass.server.simulation;

import io.windlass.kernel.simulation.SimulatedDisk.Operation;
import java.util.ArrayList;
import java.util.List;

/** Lets accidents happen to a node, and starts it again after those that end it. */
final class Faults {
    private static final long DOWN_NANOS_MAX = 3 * Scheduler.SECOND;
    private static final long JUMP_NANOS_MAX = 3_600 * Scheduler.SECOND;
    private static final int STEPS_MAX = 60;
    private static final int CALLS_MAX = 8;

    private final Scheduler scheduler;
    private final Chance chance;
    private final Drawn drawn;
    private final NodeUnderTest node;
    private final Trace trace;
    private final List<String> happened = new ArrayList<>();
    private int stepsLeft;
    private boolean powerAtStep;
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
            case POWER_AT_STEP -> arm(true);
            case KILL_AT_STEP -> arm(false);
            case WRITE_ERROR -> fail(Operation.WRITE);
            case SYNC_ERROR -> fail(Operation.SYNC);
            case REPLACE_ERROR -> fail(Operation.REPLACE);
            case CREATE_ERROR -> fail(Operation.CREATE);
            case CLOCK_JUMP -> jump();
        }
    }

    private void arm(boolean power) {
        powerAtStep = power;
        stepsLeft = chance.between(1, STEPS_MAX);
    }

    private void fail(Operation operation) {
        node.disk()
                .fail(operation, operation == Operation.CREATE ? 1 : chance.between(1, CALLS_MAX));
    }

    private void jump() {
        long nanos = chance.nanos(JUMP_NANOS_MAX);
        node.clock().jump(chance.percent(50) ? nanos : -nanos);
    }

    private void beforeStep(String what) {
        trace.add(what);
        if (stepsLeft > 0) {
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
