package io.windlass.server.walls;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rule that every package of production code has a page that says why it exists. */
final class PackagePages {

    private static final String PAGE = "package-info.java";

    private PackagePages() {}

    static List<String> missing(List<Source> sources) {
        Set<Path> described =
                sources.stream()
                        .filter(source -> source.path().endsWith(PAGE))
                        .map(source -> source.path().getParent())
                        .collect(Collectors.toSet());
        return sources.stream()
                .filter(Source::isMain)
                .map(source -> source.path().getParent())
                .distinct()
                .filter(directory -> !described.contains(directory))
                .map(directory -> directory + "  instead: add " + PAGE + " with a page of why")
                .toList();
    }
}
