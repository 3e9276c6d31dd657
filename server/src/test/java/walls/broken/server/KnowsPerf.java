package walls.broken.server;

import walls.broken.perf.Load;

/** A server that knows its own benchmarks. */
public record KnowsPerf(Load load) {}
