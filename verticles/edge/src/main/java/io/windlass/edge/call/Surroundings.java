package io.windlass.edge.call;

import io.windlass.edge.access.Caller;
import java.util.List;

/**
 * What the items of a batch have in common.
 *
 * @param caller whose they are
 * @param path the values of the batch's path, in its order
 */
public record Surroundings(Caller caller, List<String> path) {}
