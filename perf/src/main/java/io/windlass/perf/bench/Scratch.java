package io.windlass.perf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A directory of our own on a real disk, removed at the end. */
final class Scratch implements AutoCloseable {
    private static final Set<String> NOT_A_DISK = Set.of("tmpfs", "ramfs");

    private final Path path;

    private Scratch(Path path) {
        this.path = path;
    }

    /** Below the temporary directory if that is on a disk, else below the next best one. */
    static Scratch make() {
        try {
            String wanted = System.getProperty("java.io.tmpdir");
            for (String place : List.of(wanted, "/var/tmp", ".")) {
                Path parent = Path.of(place).toAbsolutePath();
                if (Files.isWritable(parent)
                        && !NOT_A_DISK.contains(Files.getFileStore(parent).type())) {
                    Scratch made =
                            new Scratch(Files.createTempDirectory(parent, "windlass-bench-"));
                    Runtime.getRuntime().addShutdownHook(new Thread(made::close));
                    return made;
                }
            }
            throw new BenchException("no temporary directory is on a disk");
        } catch (IOException e) {
            throw new BenchException("cannot make a temporary directory", e);
        }
    }

    Path path() {
        return path;
    }

    /** Removes what is still there; also when this process is told to stop. */
    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("cannot remove " + path + ": " + e);
        }
    }
}
