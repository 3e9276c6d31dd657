package io.windlass.edge.disk;

import io.windlass.kernel.port.DiskPath;
import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.port.ReadableDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A data directory of the file system for reading alone, whoever holds it. Any thread may call.
 *
 * @param root the directory
 */
public record FileView(Path root) implements ReadableDisk {
    @Override
    public List<String> list(String directory) throws IOException {
        return FileNames.shown(root.resolve(DiskPath.directory(directory)));
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(FileNames.file(root, path)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public DiskReader reader(String path) throws IOException {
        return ReadingFile.open(FileNames.file(root, path));
    }

    /** Whether a process has the directory open as its own. */
    public boolean isInUse() throws IOException {
        return DirectoryLock.isHeld(root);
    }
}
