package io.windlass.edge.call;

import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import java.util.Optional;

/**
 * One request of a batch.
 *
 * @param id the value of its id, if it could be read
 * @param read the request, or what is wrong with it
 */
public record BatchItem(Optional<String> id, Read<Request> read) {}
