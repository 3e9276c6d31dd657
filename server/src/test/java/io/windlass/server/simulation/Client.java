package io.windlass.server.simulation;

import io.windlass.kernel.partition.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private Optional<Wish> current = Optional.empty();
    private int left;
    private int attempt;
    private int turn;

    Client(
            String name,
            Scheduler scheduler,
            Chance chance,
            Drawn drawn,
            Habits habits,
            NodeUnderTest node,
            Answers answers,
            Trace trace) {
        this.name = name;
        this.scheduler = scheduler;
        this.chance = chance;
        this.node = node;
        this.answers = answers;
        this.trace = trace;
        this.habits = habits;
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
        turn++;
        Wish wish = habits.next();
        if (!(wish instanceof Call call && call.is(Call.RESOLVE))) {
            left--;
        }
        current = Optional.of(wish);
        send();
        if (chance.percent(8)) {
            send();
        }
    }

    private void send() {
        if (current.isEmpty()) {
            return;
        }
        Wish wish = current.get();
        attempt++;
        trace.add(name + " sends " + wish);
        if (wish instanceof Batch batch) {
            send(batch, attempt, turn);
        } else {
            send((Call) wish, attempt, turn);
        }
        again(attempt, patienceNanos);
    }

    private void send(Call call, int number, int own) {
        answers.sent(call);
        node.call(
                call,
                (reply, from) -> answered(call, number, own, reply, from),
                refusal -> {
                    answers.unavailable(call, refusal);
                    again(number, chance.nanos(BACKOFF_NANOS_MAX));
                });
    }

    private void send(Batch batch, int number, int own) {
        batch.parcels().forEach(parcel -> answers.sent(parcel.call()));
        node.send(
                batch,
                (part, from) -> told(part, number, own, from),
                refusal -> {
                    batch.parcels().forEach(one -> answers.unavailable(one.call(), refusal));
                    again(number, chance.nanos(BACKOFF_NANOS_MAX));
                });
    }

    private void answered(Call call, int number, int own, Reply reply, Up from) {
        trace.add(name + " hears " + reply.position() + " of " + call.endpoint());
        if (!answers.isFinal(call, reply, from)) {
            again(number, chance.nanos(BACKOFF_NANOS_MAX));
        } else if (own == turn && current.isPresent()) {
            habits.answered(call, reply.answer());
            current = Optional.empty();
            think();
        }
    }

    /** Some of a batch have results; what has none for good is sent again. */
    private void told(Map<Parcel, Told> part, int number, int own, Up from) {
        trace.add(name + " is told " + part.values());
        List<Parcel> settled = new ArrayList<>();
        part.forEach(
                (parcel, told) -> {
                    if (answers.isFinal(parcel, told, from)) {
                        settled.add(parcel);
                    }
                });
        if (settled.size() < part.size()) {
            again(number, chance.nanos(BACKOFF_NANOS_MAX));
        }
        if (own == turn && current.isPresent()) {
            Batch rest = ((Batch) current.get()).without(settled);
            current = rest.parcels().isEmpty() ? Optional.empty() : Optional.of(rest);
            if (current.isEmpty()) {
                think();
            }
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
