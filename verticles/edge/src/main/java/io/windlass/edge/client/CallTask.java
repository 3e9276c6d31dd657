package io.windlass.edge.client;

import io.netty.buffer.Unpooled;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.windlass.edge.binary.CallReply;
import io.windlass.edge.client.ClientException.Kind;

/** A call on its way. It is sent once: only who wrote it knows whether it may be sent again. */
final class CallTask extends Task {
    private final Dispatch dispatch;
    private final int endpoint;
    private final Buffer body;
    private final Promise<CallAnswer> promise = Promise.promise();

    CallTask(Dispatch dispatch, int endpoint, Buffer body) {
        this.dispatch = dispatch;
        this.endpoint = endpoint;
        this.body = body;
    }

    Promise<CallAnswer> promise() {
        return promise;
    }

    @Override
    void send(Link link) {
        link.call(endpoint, Unpooled.wrappedBuffer(body.getBytes()), this);
    }

    @Override
    public void called(CallReply reply) {
        if (dispatch.settle(this)) {
            byte[] bytes = new byte[reply.body().readableBytes()];
            reply.body().getBytes(reply.body().readerIndex(), bytes);
            promise.tryComplete(
                    new CallAnswer(
                            reply.status(),
                            (reply.flags() & CallReply.REPLAYED) != 0,
                            reply.retryAfterSeconds(),
                            reply.position(),
                            Buffer.buffer(bytes)));
        }
    }

    @Override
    public void lost(String why) {
        if (dispatch.settle(this)) {
            fail(new ClientException(Kind.OUTCOME_UNKNOWN, why));
        }
    }

    @Override
    void fail(ClientException why) {
        promise.tryFail(why);
    }
}
