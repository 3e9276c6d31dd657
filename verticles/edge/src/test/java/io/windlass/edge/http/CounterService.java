package io.windlass.edge.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Outcome;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Position;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import io.windlass.kernel.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One partition in memory, decided where the call comes in; its replies can be held back. */
final class CounterService implements Service {
    private final Tables tables;
    private final List<CompletableFuture<Void>> gates = new ArrayList<>();
    private Optional<Unavailable> trouble = Optional.empty();
    private Optional<Command<?>> last = Optional.empty();
    private CompletableFuture<Void> held = CompletableFuture.completedFuture(null);
    private Optional<CompletableFuture<Void>> batchGate = Optional.empty();
    private int itemsSeen;
    private boolean breaks;
    private boolean isFull;
    private long sequence;

    CounterService(Feature<?> feature) {
        tables = new Tables(feature.tables());
    }

    /** Holds back the reply to the next call until the future is completed. */
    synchronized CompletableFuture<Void> holdNext() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        gates.add(gate);
        return gate;
    }

    /** How many calls more will be held back. */
    synchronized int gates() {
        return gates.size();
    }

    /** Makes the next call answer and then throw. */
    synchronized void breakAfterNext() {
        breaks = true;
    }

    /** Answers every call with this, until it is empty. */
    synchronized void refuseWith(Optional<Unavailable> unavailable) {
        trouble = unavailable;
    }

    /** Says from now on whether it is full, without refusing anything by itself. */
    synchronized void full(boolean full) {
        isFull = full;
    }

    @Override
    public synchronized boolean isFull() {
        return isFull;
    }

    /** Whether a call has run into a gate that is not open yet. */
    synchronized boolean holdsACall() {
        return !held.isDone();
    }

    @Override
    public synchronized <S> void call(
            Feature<S> feature, Verb<S> verb, Request request, Consumer<Reply> onReply) {
        Reply reply = trouble.map(Reply::of).orElseGet(() -> serve(feature, verb, request));
        if (gates.isEmpty()) {
            onReply.accept(reply);
            boolean breaksNow = breaks;
            breaks = false;
            Invariant.hold(!breaksNow, "the service breaks after its answer");
            return;
        }
        Context context = Vertx.currentContext();
        held =
                gates.remove(0)
                        .whenComplete(
                                (open, none) ->
                                        context.runOnContext(turn -> onReply.accept(reply)));
    }

    /** Holds back the replies to the next batch until the future is completed. */
    synchronized CompletableFuture<Void> holdNextBatch() {
        batchGate = Optional.of(new CompletableFuture<>());
        return batchGate.get();
    }

    /** How many items of batches have come. */
    synchronized int itemsSeen() {
        return itemsSeen;
    }

    @Override
    public synchronized <S> void callAll(
            Feature<S> feature,
            Verb.Submit<S> verb,
            List<Read<Request>> requests,
            Consumer<List<Reply>> onReplies) {
        itemsSeen += requests.size();
        List<Reply> replies = new ArrayList<>();
        for (Read<Request> read : requests) {
            if (read instanceof Read.Good<Request> good) {
                replies.add(trouble.map(Reply::of).orElse(serve(feature, verb, good.value())));
            } else {
                replies.add(Reply.of(((Read.Bad<Request>) read).why()));
            }
        }
        if (batchGate.isEmpty()) {
            onReplies.accept(replies);
            return;
        }
        Context context = Vertx.currentContext();
        held =
                batchGate
                        .get()
                        .whenComplete(
                                (open, none) ->
                                        context.runOnContext(turn -> onReplies.accept(replies)));
        batchGate = Optional.empty();
    }

    @Override
    public <S> void callPacked(Feature<S> feature, PackedCommands<S> packed, Runnable onDone) {
        for (int i = 0; i < packed.count(); i++) {
            packed.answered(i, Answer.done(out -> {}), false);
        }
        onDone.run();
    }

    @Override
    public <S> void ask(Feature<S> feature, Verb.Inquiry<S> inquiry, Consumer<Reply> onReply) {
        onReply.accept(answer(feature, inquiry));
    }

    @Override
    public <T extends SharedTable> T shared(Class<T> type) {
        throw new Invariant("counters share nothing");
    }

    private <S> Reply serve(Feature<S> feature, Verb<S> verb, Request request) {
        if (verb instanceof Verb.Submit<S> submit) {
            Read<Verb.Intent<S>> read = submit.reader().read(request);
            return read instanceof Read.Good<Verb.Intent<S>> good
                    ? submit(feature, good.value().command())
                    : Reply.of(((Read.Bad<Verb.Intent<S>>) read).why());
        }
        Verb.Ask<S> ask = (Verb.Ask<S>) verb;
        return answer(feature, ((Read.Good<Verb.Inquiry<S>>) ask.reader().read(request)).value());
    }

    private <S> Reply answer(Feature<S> feature, Verb.Inquiry<S> inquiry) {
        Finding<S> finding =
                inquiry.question().ask(feature.state(tables.committed()), moment(sequence));
        return Reply.at(((Finding.Found<S>) finding).answer(), moment(sequence));
    }

    private <S> Reply submit(Feature<S> feature, Command<S> command) {
        S decided = feature.state(tables.decided());
        Outcome<S> outcome = command.decide(decided, moment(sequence + 1));
        if (outcome instanceof Outcome.Answered<S> answered) {
            return Reply.at(answered.answer(), moment(sequence));
        }
        Event<S> event = ((Outcome.Logged<S>) outcome).events().get(0);
        sequence++;
        event.evolve(decided, moment(sequence));
        tables.seal();
        tables.commit();
        Answer answer = event.answer(feature.state(tables.committed()), moment(sequence));
        return new Reply(answer, List.of(Position.of(moment(sequence))), isRepeated(command));
    }

    /** Whether the last command came once more: enough of idempotency for one test. */
    private boolean isRepeated(Command<?> command) {
        boolean isRepeated = last.equals(Optional.of(command));
        last = Optional.of(command);
        return isRepeated;
    }

    private static Moment moment(long sequence) {
        return new Moment(1, sequence, sequence);
    }
}
