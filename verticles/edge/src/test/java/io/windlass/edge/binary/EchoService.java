package io.windlass.edge.binary;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Answers packed commands at once, or when it is told to; can be broken. */
final class EchoService implements Service {
    private static final Moment NOW = new Moment(1, 18, 1);

    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holds;
    private boolean breaks;
    private int commands;

    /** Holds back what comes from now on. */
    synchronized void hold() {
        holds = true;
    }

    /** Answers what was held back, the newest first. */
    synchronized void release() {
        holds = false;
        while (!held.isEmpty()) {
            held.removeLast().run();
        }
    }

    /** How many calls are held back. */
    synchronized int held() {
        return held.size();
    }

    /** How many commands have come. */
    synchronized int commands() {
        return commands;
    }

    /** Throws at the next call. */
    synchronized void breakNext() {
        breaks = true;
    }

    @Override
    public synchronized <S> void callPacked(
            Feature<S> feature, PackedCommands<S> packed, Runnable onDone) {
        if (breaks) {
            breaks = false;
            throw new IllegalStateException("the service is broken");
        }
        commands += packed.count();
        for (int i = 0; i < packed.count(); i++) {
            packed.answered(i, Answer.done(out -> {}), false);
        }
        Context context = Vertx.currentContext();
        if (holds) {
            held.add(() -> context.runOnContext(turn -> onDone.run()));
        } else {
            onDone.run();
        }
    }

    @Override
    public <S> void ask(Feature<S> feature, Verb.Inquiry<S> inquiry, Consumer<Reply> onReply) {
        Finding<S> found = inquiry.question().ask(null, NOW);
        onReply.accept(Reply.at(((Finding.Found<S>) found).answer(), NOW));
    }

    @Override
    public synchronized <S> void call(
            Feature<S> feature, Verb<S> verb, Request request, Consumer<Reply> onReply) {
        if (breaks) {
            breaks = false;
            throw new IllegalStateException("the service is broken");
        }
        Verb.Ask<S> ask = (Verb.Ask<S>) verb;
        ask(feature, ((Read.Good<Verb.Inquiry<S>>) ask.reader().read(request)).value(), onReply);
    }

    @Override
    public <S> void callAll(
            Feature<S> feature,
            Verb.Submit<S> verb,
            List<Read<Request>> requests,
            Consumer<List<Reply>> onReplies) {
        Reply done = Reply.at(Answer.done(out -> {}), NOW);
        onReplies.accept(Collections.nCopies(requests.size(), done));
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public <T extends SharedTable> T shared(Class<T> type) {
        throw new Invariant("nothing is shared");
    }
}
