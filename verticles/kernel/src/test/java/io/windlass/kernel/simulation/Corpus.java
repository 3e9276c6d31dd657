package io.windlass.kernel.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs a fuzz target begins with, and those that once broke it: files beside its class in
 * {@code <class>Inputs/<target>}, where Jazzer looks for them as well.
 */
public final class Corpus {
    private Corpus() {}

    /** All inputs of a target, at least one. */
    public static List<byte[]> of(Class<?> fuzz, String target) {
        URL folder = fuzz.getResource(fuzz.getSimpleName() + "Inputs/" + target);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().map(Corpus::bytes).toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("no inputs for " + target, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
