package walls.broken.kernel.raft;

import java.util.concurrent.locks.ReentrantLock;

/** The border to the consensus library may use two types of the package, not this one. */
public record LocksItself(ReentrantLock lock) {}
