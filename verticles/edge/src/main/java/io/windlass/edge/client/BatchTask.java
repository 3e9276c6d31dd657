package io.windlass.edge.client;

import io.windlass.edge.binary.TransferFrame;
import io.windlass.edge.binary.TransferReplies;
import io.windlass.edge.client.ClientException.Kind;

/** A frame of transfers that somebody else has written. It is sent once. */
final class BatchTask extends Task {
    private final Dispatch dispatch;
    private final TransferFrame frame;
    private final BatchHandler handler;
    private boolean isGone;

    BatchTask(Dispatch dispatch, TransferFrame frame, BatchHandler handler) {
        this.dispatch = dispatch;
        this.frame = frame;
        this.handler = handler;
    }

    @Override
    int cost() {
        return frame.count();
    }

    @Override
    void send(Link link) {
        isGone = true;
        link.transfers(frame, this);
    }

    @Override
    public void transferred(TransferReplies replies) {
        if (dispatch.settle(this)) {
            handler.done(replies);
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
        if (!isGone) {
            frame.release();
            isGone = true;
        }
        handler.failed(why);
    }
}
