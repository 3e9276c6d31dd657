package io.windlass.edge.openapi;

import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Result;
import io.windlass.kernel.feature.Result.Member;
import io.windlass.kernel.feature.Shapes;
import java.util.List;
import java.util.stream.Stream;

/** What became of one item of a batch: the item's id and its outcome, not the item's own answer. */
final class BatchResult {
    private static final Result ERROR =
            Result.of(
                    Member.of("pointer", Shapes.text("/amount")),
                    Member.of("detail", Shapes.text("amount is required")));

    private static final List<Member> OUTCOME =
            List.of(
                    Member.of(
                            "status",
                            Shapes.words(List.of("SUCCEEDED", "REJECTED", "PENDING", "MALFORMED"))),
                    Member.of("http_status", Shapes.whole(200, 200)),
                    Member.of("code", Shapes.text("overloaded")).sometimes(),
                    Member.of("position", Shapes.position()).usually(),
                    Member.of("replayed", Shapes.flag(true)).sometimes(),
                    Member.of("errors", Shapes.list(ERROR)).sometimes());

    private BatchResult() {}

    /** The result of an item that is a request to this endpoint; a text as id may be malformed. */
    static Result of(Endpoint<?> item) {
        Stream<Member> id =
                item.id().stream()
                        .map(field -> Member.of(field.name(), Shapes.text(field.example())))
                        .map(Member::usually);
        return new Result(Stream.concat(id, OUTCOME.stream()).toList());
    }
}
