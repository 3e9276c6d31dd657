package io.windlass.edge.http;

import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.openapi.Trouble;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kinds of problem that clients of a node can meet, by code. Immutable. */
final class ProblemPages {
    private final Map<String, ProblemKind> kinds = new TreeMap<>();

    ProblemPages(List<? extends Feature<?>> features) {
        ProblemKind.ofTheEdge().forEach(this::add);
        features.forEach(feature -> kinds(feature).forEach(this::add));
    }

    Optional<ProblemKind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** What the endpoints of a feature can answer with. */
    static List<Trouble> troubles(Feature<?> feature) {
        return Stream.concat(ProblemKind.ofTheEdge().stream(), kinds(feature).stream())
                .map(kind -> new Trouble(kind.status(), kind.code(), kind.title()))
                .distinct()
                .toList();
    }

    private static List<ProblemKind> kinds(Feature<?> feature) {
        List<ProblemKind> kinds = new ArrayList<>();
        feature.rejections().forEach(rejection -> kinds.add(ProblemKind.of(rejection)));
        feature.malformedCodes().forEach(code -> kinds.add(ProblemKind.ofMalformed(code)));
        for (Endpoint<?> endpoint : feature.endpoints()) {
            for (Field<?> field : endpoint.fields()) {
                kinds.add(ProblemKind.ofMalformed(field.missingCode()));
            }
        }
        return kinds;
    }

    private void add(ProblemKind kind) {
        kinds.putIfAbsent(kind.code(), kind);
    }
}
