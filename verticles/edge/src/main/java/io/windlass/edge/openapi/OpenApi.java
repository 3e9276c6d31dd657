package io.windlass.edge.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the document that describes all endpoints of some features. */
public final class OpenApi {
    static final String KEY = "key";
    private static final String DESCRIPTION =
            """
            Amounts are decimal texts with at most the digits of their currency; times are RFC 3339
            in UTC with nine digits; a position `<partition>:<sequence>` says where in the log an
            answer stands. Every refusal is a problem document (RFC 9457) whose `outcome` says
            whether something was executed and whose `retry` says what to do next. A request that
            is sent again with the same id gets the first answer again. A later version may add
            members to answers, so a client passes over those that it does not know.""";

    private final ObjectNode root = Tree.object();
    private final ObjectNode paths;
    private final ObjectNode responses;

    private OpenApi(String version) {
        root.put("openapi", "3.1.0");
        ObjectNode info = root.putObject("info");
        info.put("title", "Windlass").put("version", version).put("description", DESCRIPTION);
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        root.putArray("servers").addObject().put("url", "/");
        root.putArray("tags");
        paths = root.putObject("paths");
        ObjectNode components = root.putObject("components");
        Common.schemas(components.putObject("schemas"));
        Common.headers(components.putObject("headers"));
        responses = components.putObject("responses");
        components
                .putObject("securitySchemes")
                .putObject(KEY)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A key of the node's settings; nodes without keys need none.");
    }

    /**
     * The document in UTF-8.
     *
     * @param troubles every problem that the endpoints of a feature can answer with
     */
    public static byte[] of(
            String version,
            List<Feature<?>> features,
            Function<Feature<?>, List<Trouble>> troubles) {
        OpenApi document = new OpenApi(version);
        features.forEach(feature -> document.add(feature, troubles.apply(feature)));
        try {
            return new ObjectMapper().writeValueAsBytes(document.root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <S> void add(Feature<S> feature, List<Trouble> troubles) {
        root.withArray("tags").addObject().put("name", feature.name());
        Map<Integer, List<Trouble>> byStatus = new TreeMap<>();
        for (Trouble trouble : troubles) {
            byStatus.merge(trouble.status(), List.of(trouble), OpenApi::joined);
        }
        byStatus.forEach(
                (status, codes) ->
                        responses.set(feature.name() + "-" + status, Common.problem(codes)));
        for (Endpoint<S> endpoint : feature.endpoints()) {
            ObjectNode path = paths.withObjectProperty(endpoint.path());
            String method = endpoint.method().name().toLowerCase(Locale.ROOT);
            Operation operation =
                    new Operation(feature.name(), endpoint, new TreeSet<>(byStatus.keySet()));
            path.set(method, operation.describe());
        }
    }

    private static List<Trouble> joined(List<Trouble> some, List<Trouble> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
