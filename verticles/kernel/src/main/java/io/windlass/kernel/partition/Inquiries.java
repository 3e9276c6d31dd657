package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Question;
import io.windlass.kernel.feature.Unavailable.Reason;
import java.util.function.Consumer;

/** Answers questions from committed rows, and from the log where the answer lies there. */
final class Inquiries {
    private final EventLookup lookup;
    private final int lookupsMax;
    private int openLookups;

    Inquiries(EventLookup lookup, int lookupsMax) {
        this.lookup = lookup;
        this.lookupsMax = lookupsMax;
    }

    <S> void ask(Hosted<S> hosted, Question<S> question, Moment now, Consumer<Reply> onReply) {
        Finding<S> finding = question.ask(hosted.committed(), now);
        if (finding instanceof Finding.Found<S> found) {
            onReply.accept(Reply.at(found.answer(), now));
            return;
        }
        if (openLookups >= lookupsMax) {
            onReply.accept(
                    Replies.unavailable(Reason.OVERLOADED, "too many questions read the log"));
            return;
        }
        openLookups++;
        Finding.Logged<S> logged = (Finding.Logged<S>) finding;
        lookup.read(
                logged.sequence(),
                (event, moment) -> {
                    openLookups--;
                    S state = hosted.committed();
                    Answer answer = logged.reader().read(state, Hosts.typed(hosted, event), moment);
                    onReply.accept(Reply.at(answer, now));
                });
    }
}
