package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.internal.net.NetSocketInternal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket: its bytes become frames for a session, whose frames become bytes; and nobody keeps it
 * waiting.
 *
 * <p>Nothing is read as long as the client does not take what waits for it. Once it has ended what
 * still comes is thrown away until the client has ended too, since a socket that is closed with
 * bytes unread takes the ERROR frame with it. Used on the socket's event loop.
 */
final class Connection implements Session.Line {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int BYTES_PER_SECOND_MIN = 1_024;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** What was on its way when the client was told to go comes within it, mostly. */
    private static final Duration MOMENT = Duration.ofMillis(200);

    /** A large frame comes in few reads, and a small one does not take a large buffer. */
    private static final AdaptiveRecvByteBufAllocator READS =
            new AdaptiveRecvByteBufAllocator(2_048, 65_536, 524_288);

    private final NetSocketInternal socket;
    private final BinaryTimes times;
    private final SharedBinary shared;
    private final Session session;
    private final FrameSplitter splitter;
    private boolean hasEnded;
    private boolean isClosed;
    private boolean isFull;
    private long restsSinceNanos;
    private long frameSinceNanos;
    private long frameBytes;
    private int room;

    Connection(
            NetSocketInternal socket,
            SharedBinary shared,
            Session.Desks desks,
            BinarySettings settings) {
        this.socket = socket;
        this.times = settings.times();
        this.shared = shared;
        this.session = new Session(this, shared, desks, settings.credit());
        this.splitter = new FrameSplitter(BinarySettings.PAYLOAD_BYTES_MAX, session);
    }

    /** Begins to read. */
    void open(long nowNanos) {
        restsSinceNanos = nowNanos;
        channel().config().setRecvByteBufAllocator(READS);
        socket.messageHandler(this::take);
        socket.drainHandler(empty -> drained());
    }

    /** The socket is closed. */
    void closed() {
        hasEnded = true;
        isClosed = true;
        splitter.end();
        keepRoom();
    }

    private void take(Object message) {
        try {
            if (!hasEnded && message instanceof ByteBuf bytes) {
                take(bytes);
            }
        } catch (RuntimeException bug) {
            LOG.error("a frame could not be served", bug);
            end(new Breach(ProtocolError.FAILED, "the node has failed; the same ids tell later"));
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void take(ByteBuf bytes) {
        long nowNanos = System.nanoTime();
        restsSinceNanos = nowNanos;
        boolean hasBegun = splitter.heldBytes() > 0;
        int count = bytes.readableBytes();
        long framesBefore = splitter.frames();
        splitter.feed(bytes);
        keepRoom();
        if (!hasBegun || splitter.frames() > framesBefore) {
            frameSinceNanos = nowNanos;
            frameBytes = 0;
        } else {
            frameBytes += count;
        }
    }

    /** Takes or gives back what the frame that has begun needs. */
    private void keepRoom() {
        int more = splitter.heldBytes() - room;
        if (more > 0 && !shared.room().take(more)) {
            end(new Breach(ProtocolError.NO_ROOM, "no memory for frames in pieces, try later"));
            return;
        }
        if (more < 0) {
            shared.room().giveBack(-more);
        }
        room += more;
    }

    @Override
    public void send(ByteBuf frames) {
        if (hasEnded) {
            frames.release();
            return;
        }
        socket.writeMessage(frames);
        if (!isFull && socket.writeQueueFull()) {
            isFull = true;
            restsSinceNanos = System.nanoTime();
            socket.pause();
        }
    }

    private void drained() {
        if (isFull) {
            isFull = false;
            restsSinceNanos = System.nanoTime();
            socket.resume();
        }
    }

    @Override
    public void end(Breach why) {
        if (hasEnded) {
            return;
        }
        ByteBuf error = PooledByteBufAllocator.DEFAULT.directBuffer();
        FrameWriter.write(error, why, 0, 0);
        shared.meters().ended(why.error());
        hasEnded = true;
        splitter.end();
        keepRoom();
        restsSinceNanos = System.nanoTime();
        socket.writeMessage(error).onComplete(written -> endOutput());
        socket.resume();
    }

    @Override
    public void end() {
        hasEnded = true;
        splitter.end();
        keepRoom();
        socket.close();
    }

    private void endOutput() {
        if (!socket.isSsl() && channel() instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        } else {
            socket.close();
        }
    }

    /** Tells the client that it ends in so many milliseconds; one that has not said hello ends. */
    void goAway(long millis) {
        if (hasEnded || !session.isGreeted()) {
            end();
            return;
        }
        restsSinceNanos = System.nanoTime();
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.directBuffer();
        FrameWriter.write(frame, new GoAway(millis), 0, 0);
        send(frame);
    }

    /** Ends it once everything is answered and nothing has come for a moment. */
    void leave(long nowNanos) {
        boolean rests = nowNanos - restsSinceNanos > MOMENT.toNanos();
        if (!hasEnded && rests && session.inFlight() == 0 && !isFull) {
            hasEnded = true;
            splitter.end();
            keepRoom();
            restsSinceNanos = nowNanos;
            endOutput();
        }
    }

    /** Ends it if it has taken too long. */
    void look(long nowNanos) {
        long rested = nowNanos - restsSinceNanos;
        if (hasEnded) {
            if (!isClosed && rested > LAST_WORDS.toNanos()) {
                socket.close();
            }
        } else if (isFull) {
            if (rested > times.idle().toNanos()) {
                end();
            }
        } else if (!session.isGreeted()) {
            endAfter(times.hello(), rested, "HELLO did not come in time");
        } else if (splitter.heldBytes() > 0) {
            Duration rate = Duration.ofSeconds(frameBytes / BYTES_PER_SECOND_MIN);
            long waited = nowNanos - frameSinceNanos;
            endAfter(times.frame().plus(rate), waited, "the frame did not come in time");
        } else if (session.inFlight() == 0) {
            endAfter(times.idle(), rested, "nothing came for too long");
        }
    }

    private void endAfter(Duration limit, long waited, String why) {
        if (waited > limit.toNanos()) {
            end(new Breach(ProtocolError.TIMED_OUT, why));
        }
    }

    private Channel channel() {
        return socket.channelHandlerContext().channel();
    }
}
