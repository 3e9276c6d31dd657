package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Question;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.table.Doubt;
import io.windlass.kernel.table.Naming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers questions from committed rows, and from the log or a file of old rows where the answer
 * lies there.
 */
final class Inquiries {
    private final EventLookup lookup;
    private final Naming naming;
    private final Archivist archivist;
    private final int lookupsMax;
    private final Consumer<Throwable> onError;
    private int openLookups;

    /**
     * @param naming of the committed rows
     * @param lookupsMax how many answers may be on their way from the disk
     */
    Inquiries(
            EventLookup lookup,
            Naming naming,
            Archivist archivist,
            int lookupsMax,
            Consumer<Throwable> onError) {
        this.lookup = lookup;
        this.naming = naming;
        this.archivist = archivist;
        this.lookupsMax = lookupsMax;
        this.onError = onError;
    }

    /**
     * Answers a question, now or later.
     *
     * @param now the newest committed event's place, whenever it is asked for
     */
    <S> void ask(
            Hosted<S> hosted, Question<S> question, Supplier<Moment> now, Consumer<Reply> onReply) {
        ask(hosted, question, now, onReply, Map.of());
    }

    private <S> void ask(
            Hosted<S> hosted,
            Question<S> question,
            Supplier<Moment> now,
            Consumer<Reply> onReply,
            Map<Doubt, Optional<long[]>> fetched) {
        naming.clear();
        fetched.forEach(naming::answer);
        question.need(hosted.committed());
        List<Doubt> doubts = naming.doubts();
        if (doubts.isEmpty()) {
            answer(hosted, question, now.get(), onReply);
        } else if (isAdmitted(onReply)) {
            archivist.fetch(
                    doubts,
                    rows -> {
                        openLookups--;
                        ask(hosted, question, now, onReply, rows);
                    },
                    onError);
        }
    }

    private <S> void answer(
            Hosted<S> hosted, Question<S> question, Moment now, Consumer<Reply> onReply) {
        Finding<S> finding = question.ask(hosted.committed(), now);
        if (finding instanceof Finding.Found<S> found) {
            onReply.accept(Reply.at(found.answer(), now));
        } else if (isAdmitted(onReply)) {
            Finding.Logged<S> logged = (Finding.Logged<S>) finding;
            lookup.read(
                    logged.sequence(),
                    (event, moment) -> {
                        openLookups--;
                        S state = hosted.committed();
                        Answer answer =
                                logged.reader().read(state, Hosts.typed(hosted, event), moment);
                        onReply.accept(Reply.at(answer, now));
                    });
        }
    }

    /** Whether one more question may wait for the disk; it counts then, or is refused. */
    private boolean isAdmitted(Consumer<Reply> onReply) {
        if (openLookups >= lookupsMax) {
            onReply.accept(
                    Replies.unavailable(Reason.OVERLOADED, "too many questions read the log"));
            return false;
        }
        openLookups++;
        return true;
    }
}
