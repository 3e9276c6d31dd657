package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.windlass.edge.call.Problem;
import io.windlass.edge.json.JsonWriter;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.partition.Reply;

/** Renders answers to calls, with the bodies that HTTP has. */
final class CallAnswers {
    private CallAnswers() {}

    /** What the service replied. */
    static CallReply of(Reply reply) {
        int flags = reply.replayed() ? CallReply.REPLAYED : 0;
        if (reply.answer() instanceof Answer.Accepted accepted) {
            int status = accepted.success().status();
            return new CallReply(status, flags, 0, reply.position(), json(accepted.document()));
        }
        return of(Problem.of(reply.answer()), flags, reply.position());
    }

    /** Why nothing was served. */
    static CallReply of(Problem problem) {
        return of(problem, 0, "");
    }

    private static CallReply of(Problem problem, int flags, String position) {
        return new CallReply(
                problem.status(), flags, problem.retryAfterSeconds(), position, json(problem));
    }

    private static ByteBuf json(Document document) {
        Buffer bytes = JsonWriter.write(document);
        return Unpooled.wrappedBuffer(bytes.getBytes());
    }
}
