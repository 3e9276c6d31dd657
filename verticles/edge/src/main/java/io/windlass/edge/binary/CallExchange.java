package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.windlass.edge.access.Caller;
import io.windlass.edge.call.EndpointCall;
import io.windlass.edge.call.Gate;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call and its answer, which a bug does not take away and does not double. One loop. */
final class CallExchange {
    private static final Logger LOG = LoggerFactory.getLogger(CallExchange.class);

    private final Consumer<CallReply> onReply;
    private boolean isAnswered;

    CallExchange(Consumer<CallReply> onReply) {
        this.onReply = onReply;
    }

    void serve(EndpointCall<?> endpoint, Caller caller, ByteBuf body, int bodyBytesMax) {
        answer(
                () ->
                        Gate.refuse(caller, endpoint.endpoint().access())
                                .or(endpoint::refusal)
                                .or(() -> tooLarge(body, bodyBytesMax))
                                .or(() -> serve(endpoint, caller, body))
                                .map(CallAnswers::of));
    }

    private Optional<Problem> serve(EndpointCall<?> endpoint, Caller caller, ByteBuf body) {
        byte[] object = ByteBufUtil.getBytes(body);
        return endpoint.serve(
                caller,
                endpoint.reader().readAll(caller.tenant(), object),
                reply -> answer(() -> Optional.of(CallAnswers.of(reply))));
    }

    private void answer(Supplier<Optional<CallReply>> maker) {
        Optional<CallReply> reply;
        try {
            reply = maker.get();
        } catch (RuntimeException bug) {
            LOG.error("a bug met a call", bug);
            Problem problem =
                    Problem.of(ProblemKind.INTERNAL_ERROR, "the log of the node says more");
            reply = Optional.of(CallAnswers.of(problem));
        }
        if (reply.isPresent() && !isAnswered) {
            isAnswered = true;
            onReply.accept(reply.get());
        }
    }

    private static Optional<Problem> tooLarge(ByteBuf body, int bytesMax) {
        return body.readableBytes() > bytesMax
                ? Optional.of(Problem.ofLargeBody(bytesMax))
                : Optional.empty();
    }
}
