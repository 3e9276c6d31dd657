package io.windlass.kernel.archive;

import io.windlass.kernel.port.CopyTarget;
import io.windlass.kernel.port.ReadableDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Copies the sealed files that a snapshot stands on. */
public final class ArchiveCopy {
    private final ReadableDisk disk;
    private final ArchiveFiles files;
    private final CopyTarget target;

    /** Copies from beside a log. */
    public ArchiveCopy(ReadableDisk disk, String logDirectory, CopyTarget target) {
        this.disk = disk;
        this.files = new ArchiveFiles(disk, logDirectory);
        this.target = target;
    }

    /** Fails unless these files are there and sound, all of them. */
    public void check(List<Holding> holdings) throws IOException {
        for (Holding holding : holdings) {
            SealedFile.verified(disk, files.path(holding), holding).close();
        }
    }

    /** Copies these files; what is read is checked again. */
    public void copy(List<Holding> holdings) throws IOException {
        for (Holding holding : holdings) {
            String path = files.path(holding);
            try (SealedFile file = SealedFile.of(disk, path, holding, new long[0])) {
                file.copy(piece -> target.append(path, ByteBuffer.wrap(piece)));
            }
        }
    }
}
