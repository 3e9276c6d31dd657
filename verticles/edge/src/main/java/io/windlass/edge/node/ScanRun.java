package io.windlass.edge.node;

import io.vertx.core.Vertx;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Survey;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.partition.Position;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.table.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One scan: freezes every partition in turn, then reads the cuts on a worker. */
final class ScanRun<P> {
    private final Vertx vertx;
    private final Survey<P> survey;
    private final List<PartitionVerticle> partitions;
    private final List<Frozen> frozen = new ArrayList<>();

    private record Frozen(Cut cut, Moment moment) {}

    ScanRun(Vertx vertx, Survey<P> survey, List<PartitionVerticle> partitions) {
        this.vertx = vertx;
        this.survey = survey;
        this.partitions = partitions;
    }

    void start(Consumer<Reply> onReply) {
        freezeNext(onReply);
    }

    private void freezeNext(Consumer<Reply> onReply) {
        if (frozen.size() == partitions.size()) {
            vertx.executeBlocking(this::read, false)
                    .onSuccess(onReply::accept)
                    .onFailure(problem -> onReply.accept(failed()));
            return;
        }
        boolean posted =
                partitions
                        .get(frozen.size())
                        .post(
                                partition ->
                                        partition.cut(
                                                (cut, moment) -> {
                                                    frozen.add(new Frozen(cut, moment));
                                                    freezeNext(onReply);
                                                }));
        if (!posted) {
            onReply.accept(failed());
        }
    }

    private Reply read() {
        List<P> parts =
                frozen.stream().map(part -> survey.part(part.cut(), part.moment())).toList();
        List<Position> positions = frozen.stream().map(part -> Position.of(part.moment())).toList();
        return new Reply(survey.join(parts), positions, false);
    }

    private static Reply failed() {
        return Reply.of(
                new Unavailable(Unavailable.Reason.OVERLOADED, "the scan could not be run"));
    }
}
