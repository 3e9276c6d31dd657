package io.windlass.kernel.partition;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Outcome;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Recalling;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides commands on the decided rows and promises their answers to the frame being built. */
final class Decider {
    private static final int GROUP = 32;

    private final FrameBuilder builder;
    private final EventLookup lookup;
    private final Fetching fetching;
    private final int recallsMax;
    private final Runnable onRoom;
    private int openRecalls;

    /**
     * @param recallsMax how many answers may be on their way from the log
     * @param onRoom called when there were so many and are fewer again
     */
    Decider(
            FrameBuilder builder,
            EventLookup lookup,
            Fetching fetching,
            int recallsMax,
            Runnable onRoom) {
        this.builder = builder;
        this.lookup = lookup;
        this.fetching = fetching;
        this.recallsMax = recallsMax;
        this.onRoom = onRoom;
    }

    /**
     * Whether one more command may turn out to be one that was decided before, and none waits for
     * old rows.
     */
    boolean hasRoom() {
        return openRecalls < recallsMax && !fetching.isWaiting();
    }

    /** Decides what waits, as much as the frame takes. */
    void fill(Inbox inbox) {
        while (!inbox.isEmpty() && hasRoom() && builder.room() > 0) {
            Entry first = inbox.first();
            if (first instanceof Waiting<?> && !inbox.isNear() && !isNear(inbox)) {
                return;
            }
            if (first instanceof PackedRun<?> run) {
                decide(run);
                if (run.isDecided()) {
                    inbox.remove();
                }
            } else {
                inbox.remove();
                decide((Waiting<?>) first);
            }
        }
    }

    /** Touches the next single commands; false if they wait for old rows now. */
    private boolean isNear(Inbox inbox) {
        fetching.begin();
        inbox.touch();
        if (fetching.isReady()) {
            return true;
        }
        inbox.forgetNear();
        return false;
    }

    /** Decides the next group of packed commands, unless they wait for old rows. */
    private <S> void decide(PackedRun<S> run) {
        fetching.begin();
        int count = run.touch(Math.min(GROUP, builder.room()));
        if (!fetching.isReady()) {
            return;
        }
        PackedCommands<S> packed = run.packed();
        S state = run.hosted().decided();
        for (int i = 0; i < count; i++) {
            int index = run.take();
            Optional<Event<S>> event = packed.usual(state, index, builder.next());
            if (event.isPresent()) {
                packed.logged(index, event.get(), log(event.get(), state));
            } else {
                run.promiseBefore(builder);
                decide(run, index);
            }
        }
        run.promise(builder);
    }

    /** Decides a packed command like one that came by itself. */
    private <S> void decide(PackedRun<S> run, int index) {
        Consumer<Reply> onReply = reply -> run.replied(index, reply);
        Read<Command<S>> read = run.packed().command(run.hosted().decided(), index);
        if (read instanceof Read.Good<Command<S>> good) {
            decide(new Waiting<>(run.hosted(), good.value(), onReply, run.since()));
        } else {
            answer(((Read.Bad<Command<S>>) read).why(), builder.next(), onReply);
        }
    }

    private <S> void decide(Waiting<S> waiting) {
        Moment moment = builder.next();
        Outcome<S> outcome = waiting.command().decide(waiting.hosted().decided(), moment);
        if (outcome instanceof Outcome.Logged<S> logged) {
            log(waiting, logged);
        } else if (outcome instanceof Outcome.Recalled<S> recalled) {
            builder.promise(new Recall<>(waiting, recalled.sequence()));
        } else {
            answer(((Outcome.Answered<S>) outcome).answer(), moment, waiting.onReply());
        }
    }

    /** Promises an answer that logs nothing and holds for what was decided before a moment. */
    private void answer(Answer answer, Moment moment, Consumer<Reply> onReply) {
        Position seen = new Position(moment.partition(), moment.sequence() - 1);
        builder.promise(new Given(onReply, new Reply(answer, List.of(seen), false)));
    }

    private <S> void log(Waiting<S> waiting, Outcome.Logged<S> logged) {
        S state = waiting.hosted().decided();
        int last = logged.events().size() - 1;
        for (int i = 0; i < last; i++) {
            log(logged.events().get(i), state);
        }
        Event<S> event = logged.events().get(last);
        Moment moment = log(event, state);
        Reply reply = Reply.at(event.answer(state, moment), moment);
        builder.promise(new Given(waiting.onReply(), reply));
    }

    /** Writes an event and changes the decided rows; returns where it stands. */
    private <S> Moment log(Event<S> event, S state) {
        Moment moment = builder.next();
        builder.add(event);
        event.evolve(state, moment);
        return moment;
    }

    /** An answer that is known and only has to wait. */
    private record Given(Consumer<Reply> onReply, Reply reply) implements Promise {
        @Override
        public void keep() {
            onReply.accept(reply);
        }

        @Override
        public void leaveOpen() {
            onReply.accept(Replies.outcomeUnknown());
        }
    }

    /** An answer that is made from the first use of the command's id. */
    private final class Recall<S> implements Promise {
        private final Waiting<S> waiting;
        private final long sequence;

        Recall(Waiting<S> waiting, long sequence) {
            this.waiting = waiting;
            this.sequence = sequence;
            openRecalls++;
        }

        @Override
        public void keep() {
            lookup.read(sequence, this::answer);
        }

        @Override
        public void leaveOpen() {
            ended();
            waiting.onReply().accept(Replies.outcomeUnknown());
        }

        private void ended() {
            openRecalls--;
            if (openRecalls == recallsMax - 1) {
                onRoom.run();
            }
        }

        private void answer(EventCodec.Found<?> found, Moment moment) {
            ended();
            S state = waiting.hosted().committed();
            Event<S> first = Hosts.typed(waiting.hosted(), found);
            Optional<Answer> mismatch = command().mismatch(state, first, moment);
            Answer answer = mismatch.orElseGet(() -> first.answer(state, moment));
            List<Position> stands = List.of(Position.of(moment));
            waiting.onReply().accept(new Reply(answer, stands, mismatch.isEmpty()));
        }

        @SuppressWarnings("unchecked")
        private Recalling<S> command() {
            boolean recalling = waiting.command() instanceof Recalling<?>;
            Invariant.hold(recalling, "a command without an id was recalled");
            return (Recalling<S>) waiting.command();
        }
    }
}
