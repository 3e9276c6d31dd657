package io.windlass.server.walls;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The layers: who may know whom.
 *
 * <pre>
 *   server
 *   features | edge      perf sees all of them
 *   kernel
 *   base
 * </pre>
 */
final class Layers {

    /** Which feature may name which other one, as {@code wallet -> payment}; none does yet. */
    static final Set<String> FEATURE_EDGES = Set.of();

    private final String root;

    Layers(String root) {
        this.root = root;
    }

    List<Wall> walls() {
        return List.of(
                layer("base", "kernel", "features", "edge", "server", "perf"),
                layer("kernel", "features", "edge", "server", "perf"),
                layer("features", "edge", "server", "perf"),
                layer("edge", "features", "server", "perf"),
                layer("server", "perf"),
                Wall.againstNaming(
                        "edge.client knows edge.binary and base alone",
                        "a program that uses the client wants nothing of the node: pass it in",
                        Code.in(root + ".edge.client"),
                        this::isForeignToTheClient),
                new Wall(
                        "packages are free of cycles",
                        "move what both need down, or let the lower one declare a port",
                        this::cycles),
                Wall.perClass(
                        "features know only the features listed",
                        "a command on a channel, or a line in Layers.FEATURE_EDGES with a reason",
                        Code.in(root + ".features"),
                        this::unlistedFeatures));
    }

    private Wall layer(String layer, String... above) {
        List<String> hidden = Stream.of(above).map(name -> root + "." + name).toList();
        return Wall.againstNaming(
                layer + " does not know " + String.join(", ", above),
                "declare a port in kernel and let server join the two",
                Code.in(root + "." + layer),
                name -> hidden.stream().anyMatch(place -> Code.isWithin(name, place)));
    }

    private boolean isForeignToTheClient(String name) {
        return Code.isWithin(name, root)
                && Stream.of("edge.client", "edge.binary", "base")
                        .noneMatch(place -> Code.isWithin(name, root + "." + place));
    }

    private Stream<String> cycles(JavaClasses classes) {
        return slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(classes)
                .getFailureReport()
                .getDetails()
                .stream();
    }

    private Stream<String> unlistedFeatures(JavaClass type) {
        String from = feature(type);
        return type.getDirectDependenciesFromSelf().stream()
                .filter(d -> isUnlisted(from, feature(d.getTargetClass())))
                .map(d -> d.getDescription());
    }

    private static boolean isUnlisted(String from, String to) {
        return !from.isEmpty()
                && !to.isEmpty()
                && !from.equals(to)
                && !FEATURE_EDGES.contains(from + " -> " + to);
    }

    /** The feature a class belongs to; empty outside the features. */
    private String feature(JavaClass type) {
        String place = root + ".features.";
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(place) ? name.substring(place.length()).split("\\.", 2)[0] : "";
    }
}
