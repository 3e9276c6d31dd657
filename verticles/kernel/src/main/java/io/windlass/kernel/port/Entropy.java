package io.windlass.kernel.port;

/** A source of random bits, for election jitter and incarnations; never read by a rule. */
public interface Entropy {
    /** 64 random bits. */
    long next();
}
