package walls.broken.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import walls.broken.base.KnowsAll;
import walls.broken.edge.KnowsAFeature;

/** Kernel that knows the edge and JSON. */
public record KnowsTheEdge(KnowsAFeature edge, KnowsAll base, JsonNode json) {}
