package io.windlass.server.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the sources of all modules, those of tests included. */
final class Sources {

    static final List<String> MODULES =
            List.of("verticles/kernel", "verticles/features", "verticles/edge", "server", "perf");

    private Sources() {}

    static List<Source> ofWindlass() {
        Path root = root();
        return MODULES.stream().flatMap(module -> below(root, root.resolve(module))).toList();
    }

    private static Stream<Source> below(Path root, Path module) {
        try (Stream<Path> paths = Files.walk(module.resolve("src"))) {
            List<Path> sources = paths.filter(path -> path.toString().endsWith(".java")).toList();
            return sources.stream().map(path -> new Source(root.relativize(path), read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test may be started in its module or in the project's root; only the latter has .mvn. */
    private static Path root() {
        Path place = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(place.resolve(".mvn"))) {
            place = place.getParent();
        }
        return place;
    }
}
