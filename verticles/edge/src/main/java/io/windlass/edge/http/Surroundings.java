package io.windlass.edge.http;

import java.util.List;

/**
 * What the items of a batch have in common.
 *
 * @param tenant the caller's
 * @param path the values of the batch's path, in its order
 */
record Surroundings(int tenant, List<String> path) {}
