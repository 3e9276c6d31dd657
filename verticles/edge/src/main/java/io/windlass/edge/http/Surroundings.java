package io.windlass.edge.http;

import io.windlass.edge.access.Caller;
import java.util.List;

/**
 * What the items of a batch have in common.
 *
 * @param caller whose they are
 * @param path the values of the batch's path, in its order
 */
record Surroundings(Caller caller, List<String> path) {}
