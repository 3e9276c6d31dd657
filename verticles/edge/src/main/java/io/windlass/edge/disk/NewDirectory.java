package io.windlass.edge.disk;

import io.windlass.kernel.port.CopyTarget;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A directory that is not there until it is whole: written as {@code name~new}, and renamed when
 * all of it is durable. Closed before that, nothing of it is left. One thread uses it.
 */
public final class NewDirectory implements CopyTarget, Closeable {
    private final Path place;
    private final Path temporary;
    private final Map<String, FileSum> sums = new TreeMap<>();
    private Optional<FileChannel> open = Optional.empty();
    private String openPath = "";
    private boolean published;

    private NewDirectory(Path place, Path temporary) {
        this.place = place;
        this.temporary = temporary;
    }

    /**
     * A file that was written.
     *
     * @param path inside the directory
     * @param sum of its content
     */
    public record Written(String path, FileSum.Value sum) {}

    /**
     * Begins a directory.
     *
     * @throws FileAlreadyExistsException if it, or a half of it, is there already
     */
    public static NewDirectory begin(Path directory) throws IOException {
        Path place = directory.toAbsolutePath().normalize();
        Path temporary = FileNames.temporary(place);
        if (Files.exists(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        Directories.make(place.getParent());
        Files.createDirectory(temporary);
        return new NewDirectory(place, temporary);
    }

    @Override
    public void append(String path, ByteBuffer content) throws IOException {
        if (!path.equals(openPath)) {
            finishFile();
            Path file = FileNames.file(temporary, path);
            Directories.make(file.getParent());
            open =
                    Optional.of(
                            FileChannels.open(
                                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            openPath = path;
        }
        sums.computeIfAbsent(path, name -> new FileSum()).add(content.duplicate());
        while (content.hasRemaining()) {
            open.orElseThrow().write(content);
        }
    }

    @Override
    public void discard(String path) throws IOException {
        if (path.equals(openPath)) {
            finishFile();
        }
        sums.remove(path);
        Files.deleteIfExists(FileNames.file(temporary, path));
    }

    /** What was written so far, in order of path. */
    public List<Written> written() {
        List<Written> written = new ArrayList<>();
        sums.forEach((path, sum) -> written.add(new Written(path, sum.value())));
        return written;
    }

    /** Makes everything durable and gives the directory its name. */
    public void publish() throws IOException {
        finishFile();
        TreeSet<Path> directories = new TreeSet<>(Collections.reverseOrder());
        for (String path : sums.keySet()) {
            Path file = FileNames.file(temporary, path);
            for (Path up = file.getParent(); !up.equals(place.getParent()); up = up.getParent()) {
                directories.add(up);
            }
        }
        for (Path directory : directories) {
            Directories.sync(directory);
        }
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        published = true;
        Directories.sync(place.getParent());
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
            open = Optional.empty();
        }
        if (!published && Files.exists(temporary)) {
            try (Stream<Path> all = Files.walk(temporary)) {
                for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void finishFile() throws IOException {
        if (open.isPresent()) {
            open.get().force(true);
            open.get().close();
            open = Optional.empty();
        }
        openPath = "";
    }
}
