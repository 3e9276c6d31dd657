package walls.sound.kernel.raft;

import io.microraft.RaftNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import walls.sound.kernel.port.Executor;

/** The border to the consensus library. */
public record Library(
        RaftNode node, CompletableFuture<?> reply, TimeUnit unit, Executor executor) {}
