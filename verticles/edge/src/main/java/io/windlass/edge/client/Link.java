package io.windlass.edge.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.collection.LongObjectHashMap;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetClient;
import io.windlass.edge.binary.CallReply;
import io.windlass.edge.binary.ClientSide;
import io.windlass.edge.binary.HelloReply;
import io.windlass.edge.binary.ResolveReply.Handle;
import io.windlass.edge.binary.TransferFrame;
import io.windlass.edge.binary.TransferReplies;
import java.util.List;
import java.util.Optional;

/** One connection on which the node has greeted: its credit, and who waits for which answer. */
final class Link implements ClientSide.Receiver {
    private final NetSocketInternal socket;
    private final Owner owner;
    private final ClientSide side = new ClientSide(this);
    private final LongObjectHashMap<Reply> replies = new LongObjectHashMap<>();
    private final Promise<Link> greeting = Promise.promise();
    private String lastWord = "the connection was closed";
    private long correlation;
    private long credit;
    private int itemsMax;
    private boolean hasAnswered;

    /** Who sends on it. */
    interface Owner {
        /** The node takes more than before. */
        void onRoom();

        /** The node wants nothing new on it; what is in flight is answered. */
        void onAway(Link link);

        /** It is gone, and all who waited have been told. */
        void onClosed(Link link, String why);
    }

    private Link(NetSocketInternal socket, Owner owner) {
        this.socket = socket;
        this.owner = owner;
    }

    /** Connects and says hello; fails with {@link ClientException.Kind#NOT_CONNECTED}. */
    static Future<Link> open(Vertx vertx, NetClient client, ClientOptions options, Owner owner) {
        return client.connect(options.port(), options.host())
                .compose(
                        socket -> new Link((NetSocketInternal) socket, owner).greet(vertx, options))
                .recover(why -> Future.failedFuture(notConnected(options, why)));
    }

    /** How many items the node takes now. */
    int room() {
        return (int) Math.min(Integer.MAX_VALUE, credit);
    }

    /** How many items it takes in a frame. */
    int itemsMax() {
        return itemsMax;
    }

    /** Whether the node has answered anything on it but the hello. */
    boolean hasAnswered() {
        return hasAnswered;
    }

    /** Sends transfers, for which there has to be room. */
    void transfers(TransferFrame frame, Reply reply) {
        credit -= frame.count();
        socket.writeMessage(side.transfers(awaited(reply), frame));
    }

    /** Sends a call, for which there has to be room. */
    void call(int endpoint, ByteBuf body, Reply reply) {
        credit--;
        ByteBuf frame = alloc().buffer();
        side.call(frame, awaited(reply), endpoint, body);
        socket.writeMessage(frame);
    }

    /** Asks for handles, for which there has to be room. */
    void resolve(List<String> names, Reply reply) {
        credit--;
        ByteBuf frame = alloc().buffer();
        side.resolve(frame, awaited(reply), names);
        socket.writeMessage(frame);
    }

    void close() {
        socket.close();
    }

    @Override
    public void greeted(HelloReply terms) {
        credit = terms.credit();
        itemsMax = terms.itemsMax();
        greeting.tryComplete(this);
    }

    @Override
    public void called(long number, CallReply reply) {
        answered(number).ifPresent(waiting -> waiting.called(reply));
    }

    @Override
    public void transferred(long number, TransferReplies results) {
        answered(number).ifPresent(waiting -> waiting.transferred(results));
    }

    @Override
    public void resolved(long number, List<Handle> handles) {
        answered(number).ifPresent(waiting -> waiting.resolved(handles));
    }

    @Override
    public void credited(long more) {
        credit += more;
        owner.onRoom();
    }

    @Override
    public void goingAway(long millis) {
        owner.onAway(this);
    }

    @Override
    public void refused(String why) {
        lastWord = "the node did not take it: " + why;
        socket.close();
    }

    @Override
    public void broken(String why, ClientSide.LastWord word) {
        lastWord = "the node's bytes are wrong: " + why;
        ByteBuf frame = alloc().buffer();
        word.write(frame);
        socket.writeMessage(frame).onComplete(written -> socket.close());
    }

    private Future<Link> greet(Vertx vertx, ClientOptions options) {
        socket.messageHandler(this::read);
        socket.closeHandler(closed -> closed());
        socket.exceptionHandler(why -> lastWord = "the connection broke: " + why.getMessage());
        ByteBuf hello = alloc().buffer();
        side.hello(hello, options.key(), options.agent());
        socket.writeMessage(hello);
        long patience = Math.max(1, options.waitBudget().toMillis());
        long timer = vertx.setTimer(patience, late -> refused("it does not greet"));
        return greeting.future().onComplete(greeted -> vertx.cancelTimer(timer));
    }

    private void read(Object message) {
        ByteBuf chunk = (ByteBuf) message;
        try {
            side.feed(chunk);
        } finally {
            chunk.release();
        }
    }

    private void closed() {
        side.end();
        credit = 0;
        Reply[] lost = replies.values().toArray(new Reply[0]);
        replies.clear();
        for (Reply reply : lost) {
            reply.lost(lastWord);
        }
        if (!greeting.tryFail(lastWord)) {
            owner.onClosed(this, lastWord);
        }
    }

    private long awaited(Reply reply) {
        correlation++;
        replies.put(correlation, reply);
        return correlation;
    }

    private Optional<Reply> answered(long number) {
        hasAnswered = true;
        return Optional.ofNullable(replies.remove(number));
    }

    private ByteBufAllocator alloc() {
        return socket.channelHandlerContext().alloc();
    }

    private static ClientException notConnected(ClientOptions options, Throwable why) {
        String place = options.host() + ":" + options.port();
        return new ClientException(
                ClientException.Kind.NOT_CONNECTED, place + ": " + why.getMessage());
    }
}
