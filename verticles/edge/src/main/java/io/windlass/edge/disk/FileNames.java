package io.windlass.edge.disk;

import io.windlass.kernel.port.DiskPath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a file is called on disk: its own name, or name, {@code ~} and wanted size while it fills.
 */
final class FileNames {
    private static final char MARK = '~';

    private FileNames() {}

    static Path lock(Path root) {
        return root.resolve(MARK + "lock");
    }

    /** A file for a moment, to see what the file system can do. */
    static Path probe(Path root) {
        return root.resolve(MARK + "probe");
    }

    static Path used(Path root) {
        return root.resolve(MARK + "used");
    }

    static Path spares(Path root) {
        return root.resolve(MARK + "spares");
    }

    /** Where a caller's path lies under the root. */
    static Path file(Path root, String path) {
        return root.resolve(DiskPath.file(path));
    }

    /** The temporary file beside one that is replaced. */
    static Path temporary(Path file) {
        return file.resolveSibling(name(file) + MARK + "new");
    }

    /** The name of a file until it is full. */
    static Path filling(Path file, long bytes) {
        return file.resolveSibling(name(file) + MARK + bytes);
    }

    /** The size that the name of a filling file says, or empty for other names. */
    static Optional<Long> wantedBytes(Path path) {
        String name = name(path);
        String behind = name.substring(name.indexOf(MARK) + 1);
        boolean sized = behind.length() < name.length() && behind.matches("[0-9]{1,18}");
        return sized ? Optional.of(Long.valueOf(behind)) : Optional.empty();
    }

    /** The filling form of a file, if it is on disk under that. */
    static Optional<Path> findFilling(Path file) throws IOException {
        String start = name(file) + MARK;
        for (Path path : filesIn(file.getParent())) {
            if (name(path).startsWith(start) && wantedBytes(path).isPresent()) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** The callers' names of the files in a directory, sorted, without what is this package's. */
    static List<String> shown(Path directory) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Path path : filesIn(directory)) {
            String name = name(path);
            int mark = name.indexOf(MARK);
            if (mark < 0) {
                names.add(name);
            } else if (mark > 0 && wantedBytes(path).isPresent()) {
                names.add(name.substring(0, mark));
            }
        }
        return List.copyOf(names);
    }

    /** The regular files of a directory; none if there is no such directory. */
    static List<Path> filesIn(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    if (Files.isRegularFile(entry)) {
                        files.add(entry);
                    }
                }
            }
        }
        return files;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
