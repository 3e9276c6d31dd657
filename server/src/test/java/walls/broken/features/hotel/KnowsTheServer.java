package walls.broken.features.hotel;

import walls.broken.server.KnowsPerf;

/** A feature that knows the server. */
public record KnowsTheServer(KnowsPerf server) {}
