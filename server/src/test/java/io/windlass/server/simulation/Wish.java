package io.windlass.server.simulation;

/** What a client wants: one call, or a batch of packed transfers. */
sealed interface Wish permits Call, Batch {}
