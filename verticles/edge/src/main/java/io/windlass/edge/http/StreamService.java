package io.windlass.edge.http;

import io.windlass.edge.access.Caller;
import io.windlass.edge.call.Gate;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.call.Query;
import io.windlass.edge.json.JsonReader;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.partition.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the messages of one caller from the table of endpoints. Used on an event loop. */
final class StreamService {
    private static final Logger LOG = LoggerFactory.getLogger(StreamService.class);

    private final PathTrie<Door> doors;
    private final Caller caller;

    StreamService(PathTrie<Door> doors, Caller caller) {
        this.doors = doors;
        this.caller = caller;
    }

    /** Serves a message; {@code answer} is called once, now or later. */
    void serve(byte[] bytes, Consumer<StreamAnswer> answer) {
        Read<Map<String, Object>> read = JsonReader.read(bytes);
        if (read instanceof Read.Bad<Map<String, Object>> bad) {
            answer.accept(StreamAnswer.error(Optional.empty(), Problem.of(bad.why())));
            return;
        }
        Map<String, Object> message = ((Read.Good<Map<String, Object>>) read).value();
        Optional<String> id = StreamRequest.id(message);
        Read<StreamRequest> request =
                id.isEmpty()
                        ? Read.bad("invalid-id", "id", "id is a text of 1 to 64 characters")
                        : StreamRequest.read(message);
        if (request instanceof Read.Bad<StreamRequest> bad) {
            answer.accept(StreamAnswer.error(id, Problem.of(bad.why())));
        } else {
            serve(((Read.Good<StreamRequest>) request).value(), id.orElseThrow(), answer);
        }
    }

    private void serve(StreamRequest request, String id, Consumer<StreamAnswer> answer) {
        Optional<Problem> trouble;
        try {
            trouble = find(request, id, answer);
        } catch (RuntimeException bug) {
            LOG.error("a bug met a message", bug);
            trouble =
                    Optional.of(
                            Problem.of(
                                    ProblemKind.INTERNAL_ERROR, "the log of the node says more"));
        }
        trouble.ifPresent(problem -> answer.accept(StreamAnswer.reply(id, problem)));
    }

    private Optional<Problem> find(
            StreamRequest request, String id, Consumer<StreamAnswer> answer) {
        PathTrie.Match<Door> match = doors.find(request.method(), request.path());
        if (match instanceof PathTrie.Match.Found<Door> found
                && found.target() instanceof EndpointDoor<?> door) {
            return call(
                    door, found, request, reply -> answer.accept(StreamAnswer.reply(id, reply)));
        } else if (match instanceof PathTrie.Match.OtherMethod<Door> other) {
            String allowed = String.join(", ", other.allowed());
            return Optional.of(
                    Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "the path takes " + allowed));
        } else if (match instanceof PathTrie.Match.BadEncoding<Door>) {
            return Optional.of(
                    Problem.of(
                            ProblemKind.ofMalformed(Query.MALFORMED),
                            "the path is not percent-encoded UTF-8"));
        }
        return Optional.of(Problem.of(ProblemKind.NOT_FOUND, "there is no endpoint at this path"));
    }

    private Optional<Problem> call(
            EndpointDoor<?> door,
            PathTrie.Match.Found<Door> found,
            StreamRequest request,
            Consumer<Reply> onReply) {
        long startNanos = System.nanoTime();
        Optional<Problem> refusal = Gate.refuse(caller, door.call().endpoint().access());
        if (refusal.isEmpty()) {
            refusal =
                    door.call()
                            .serve(
                                    caller,
                                    door.call()
                                            .reader()
                                            .read(
                                                    caller.tenant(),
                                                    found.values(),
                                                    request.query(),
                                                    request.body()),
                                    reply -> {
                                        door.meter().answered(status(reply), startNanos);
                                        onReply.accept(reply);
                                    });
        }
        refusal.ifPresent(problem -> door.meter().answered(problem.status(), startNanos));
        return refusal;
    }

    private static int status(Reply reply) {
        return reply.answer() instanceof Answer.Accepted accepted
                ? accepted.success().status()
                : Problem.of(reply.answer()).status();
    }
}
