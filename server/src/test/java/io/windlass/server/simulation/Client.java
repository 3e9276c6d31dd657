package io.windlass.server.simulation;

import io.windlass.kernel.partition.Reply;
import java.util.Optional;

/** Makes one call after the other, and the same one again until it has an answer. */
final class Client {
    private static final long BACKOFF_NANOS_MAX = 400 * Scheduler.MILLI;

    private final Scheduler scheduler;
    private final Chance chance;
    private final NodeUnderTest node;
    private final Answers answers;
    private final Trace trace;
    private final Habits habits;
    private final long thinkNanos;
    private final long patienceNanos;
    private final String name;
    private Optional<Call> current = Optional.empty();
    private int left;
    private int attempt;
    private int turn;

    Client(
            String name,
            Scheduler scheduler,
            Chance chance,
            Drawn drawn,
            Names names,
            NodeUnderTest node,
            Answers answers,
            Trace trace) {
        this.name = name;
        this.scheduler = scheduler;
        this.chance = chance;
        this.node = node;
        this.answers = answers;
        this.trace = trace;
        this.habits = new Habits(chance, names, name);
        this.thinkNanos = drawn.thinkNanos();
        this.patienceNanos = chance.between(1, 12) * Scheduler.SECOND;
        this.left = drawn.callsPerClient();
    }

    boolean isDone() {
        return left == 0 && current.isEmpty();
    }

    void think() {
        if (left > 0) {
            scheduler.after(chance.nanos(thinkNanos), this::begin);
        }
    }

    private void begin() {
        left--;
        turn++;
        current = Optional.of(habits.next());
        send();
        if (chance.percent(8)) {
            send();
        }
    }

    private void send() {
        if (current.isEmpty()) {
            return;
        }
        Call call = current.get();
        attempt++;
        int number = attempt;
        int own = turn;
        trace.add(name + " sends " + call);
        answers.sent(call);
        node.call(
                call,
                (reply, from) -> answered(call, number, own, reply, from),
                refusal -> {
                    answers.unavailable(call, refusal);
                    again(number, chance.nanos(BACKOFF_NANOS_MAX));
                });
        again(number, patienceNanos);
    }

    private void answered(Call call, int number, int own, Reply reply, Up from) {
        trace.add(name + " hears " + reply.position() + " of " + call.endpoint());
        if (!answers.isFinal(call, reply, from)) {
            again(number, chance.nanos(BACKOFF_NANOS_MAX));
        } else if (own == turn && current.isPresent()) {
            current = Optional.empty();
            think();
        }
    }

    /** Sends again later, unless there was an answer or another attempt by then. */
    private void again(int number, long nanos) {
        scheduler.after(
                nanos,
                () -> {
                    if (attempt == number) {
                        send();
                    }
                });
    }
}
