package walls.broken.base;

import io.microraft.RaftNode;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Vertx;
import net.openhft.chronicle.bytes.Bytes;
import walls.broken.kernel.KnowsTheEdge;

/** Base that knows a higher layer, whence a cycle of packages, and libraries out of place. */
public record KnowsAll(
        KnowsTheEdge kernel, RaftNode raft, Vertx vertx, ByteBuf netty, Bytes<?> chronicle) {}
