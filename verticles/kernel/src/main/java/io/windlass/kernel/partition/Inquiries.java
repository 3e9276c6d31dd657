package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Question;
import java.util.function.Consumer;

/** Answers questions from committed rows, and from the log where the answer lies there. */
final class Inquiries {
    private final EventLookup lookup;

    Inquiries(EventLookup lookup) {
        this.lookup = lookup;
    }

    <S> void ask(Hosted<S> hosted, Question<S> question, Moment now, Consumer<Reply> onReply) {
        Finding<S> finding = question.ask(hosted.committed(), now);
        if (finding instanceof Finding.Found<S> found) {
            onReply.accept(Reply.at(found.answer(), now));
            return;
        }
        Finding.Logged<S> logged = (Finding.Logged<S>) finding;
        lookup.read(
                logged.sequence(),
                (event, moment) ->
                        onReply.accept(
                                Reply.at(
                                        logged.reader()
                                                .read(
                                                        hosted.committed(),
                                                        Hosts.typed(hosted, event),
                                                        moment),
                                        now)));
    }
}
