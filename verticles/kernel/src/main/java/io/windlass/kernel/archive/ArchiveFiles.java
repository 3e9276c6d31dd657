package io.windlass.kernel.archive;

import io.windlass.kernel.port.ReadableDisk;
import java.io.IOException;
import java.util.List;

/** Where the sealed files of one partition are. */
final class ArchiveFiles {
    static final String SUFFIX = ".sealed";

    private final ReadableDisk disk;
    private final String directory;

    /** Beside a log. */
    ArchiveFiles(ReadableDisk disk, String logDirectory) {
        this.disk = disk;
        this.directory = logDirectory + "/archive";
    }

    String path(Holding holding) {
        return path(holding.name());
    }

    String path(String name) {
        return directory + "/" + name;
    }

    List<String> names() throws IOException {
        return disk.list(directory).stream().filter(name -> name.endsWith(SUFFIX)).toList();
    }
}
