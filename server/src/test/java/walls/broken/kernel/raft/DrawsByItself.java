package walls.broken.kernel.raft;

import java.util.Random;

/** The consensus library is lent a generator with a seed, not one that seeds itself. */
public final class DrawsByItself {
    /** A number that no seed repeats. */
    public long next() {
        return new Random().nextLong();
    }
}
