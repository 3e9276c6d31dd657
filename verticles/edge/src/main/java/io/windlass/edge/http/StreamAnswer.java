package io.windlass.edge.http;

import io.windlass.edge.call.Problem;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.partition.Reply;
import java.util.Optional;

/**
 * What a server says over a WebSocket, as one message.
 *
 * <pre>
 *   {"op":"reply","id":"7","status":200,"body":{...},"position":"1:18","replayed":true}
 *   {"op":"error","id":"7","status":400,"body":{"type":"/problems/unknown-op",...}}
 * </pre>
 *
 * @param op {@code reply} to a request, {@code error} where a message was none
 * @param id of the request, if it could be read
 * @param status as in HTTP
 * @param body as in HTTP, a problem document included
 * @param tail what HTTP has in header fields
 */
record StreamAnswer(String op, Optional<String> id, int status, Document body, Document tail)
        implements Document {
    private static final Document NOTHING = out -> {};

    /** A message could not be read. */
    static StreamAnswer error(Optional<String> id, Problem problem) {
        return new StreamAnswer("error", id, problem.status(), problem, retryAfter(problem));
    }

    /** A request was not served. */
    static StreamAnswer reply(String id, Problem problem) {
        return new StreamAnswer(
                "reply", Optional.of(id), problem.status(), problem, retryAfter(problem));
    }

    /** A request was served. */
    static StreamAnswer reply(String id, Reply reply) {
        if (!(reply.answer() instanceof Answer.Accepted accepted)) {
            Problem problem = Problem.of(reply.answer());
            return new StreamAnswer(
                    "reply",
                    Optional.of(id),
                    problem.status(),
                    problem,
                    out -> {
                        where(reply, out);
                        retryAfter(problem).write(out);
                    });
        }
        return new StreamAnswer(
                "reply",
                Optional.of(id),
                accepted.success().status(),
                accepted.document(),
                out -> where(reply, out));
    }

    @Override
    public void write(DocumentWriter out) {
        out.text("op", op);
        id.ifPresent(text -> out.text("id", text));
        out.number("status", status);
        out.object("body", body);
        tail.write(out);
    }

    private static void where(Reply reply, DocumentWriter out) {
        if (!reply.positions().isEmpty()) {
            out.text("position", reply.position());
        }
        if (reply.replayed()) {
            out.flag("replayed", true);
        }
    }

    private static Document retryAfter(Problem problem) {
        return problem.retryAfterSeconds() == 0
                ? NOTHING
                : out -> out.number("retry_after", problem.retryAfterSeconds());
    }
}
