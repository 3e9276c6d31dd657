package io.windlass.edge.http;

import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds of problem that clients of a node can meet, by code. Immutable. */
final class ProblemPages {
    private final Map<String, ProblemKind> kinds = new TreeMap<>();

    ProblemPages(List<? extends Feature<?>> features) {
        ProblemKind.ofTheEdge().forEach(this::add);
        features.forEach(this::add);
    }

    Optional<ProblemKind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    private void add(Feature<?> feature) {
        feature.rejections().forEach(rejection -> add(ProblemKind.of(rejection)));
        feature.malformedCodes().forEach(code -> add(ProblemKind.ofMalformed(code)));
        for (Endpoint<?> endpoint : feature.endpoints()) {
            for (Field<?> field : endpoint.fields()) {
                add(ProblemKind.ofMalformed(field.missingCode()));
            }
        }
    }

    private void add(ProblemKind kind) {
        kinds.putIfAbsent(kind.code(), kind);
    }
}
